package io.github.mmaplab.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/** What a step costs in scenarios of ten to a hundred thousand steps: to read it, and to play it. */
public final class Steps {

    private static final int[] COUNTS = {10, 100, 1_000, 10_000, 100_000};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int YARDSTICK = 1_000;
    private static final int ROUNDS = 5;

    /** So many steps a round, in as many scenarios as it takes. */
    private static final int STEPS_A_ROUND = 100_000;

    /** Ten steps; {@code #} stands for how many tens came before, {@code ~} for a page from 0 to 255. */
    private record Mix(String name, String ten) {}

    private static final List<Mix> MIXES =
            List.of(new Mix("loads and stores", """
                      - write: { alice.p+~ pages: hello }
                      - read: alice.p+~ pages
                      - expect: { alice.p+~ pages: hello }
                      - write: { alice.q+~ pages: world }
                      - expect: { bob.q+~ pages: world }
                      - write: { bob.q+~ pages: earth }
                      - expect: { alice.q+~ pages: earth }
                      - read: bob.q+~ pages
                      - write: { alice.p+~ pages: again }
                      - expect: { alice.p+~ pages: again }
                    """), new Mix("calls, forks, copies", """
                      - mmap: { alice.m: { sharing: private, length: 2 pages } }
                      - write: { alice.m: hello }
                      - fork: { alice: child# }
                      - write: { child#.m: world }
                      - expect: { child#.m: world }
                      - expect: { alice.m: { text: hello, not-same-page-as: child#.m } }
                      - mprotect: { child#.m: r }
                      - exit: child#
                      - munmap: alice.m
                      - expect: { alice.m: { mapped: false } }
                    """));

    private Steps() {}

    /** Prints nanoseconds of processor time a step, and their ratio to those of the scenario of a thousand steps. */
    public static void main(String[] args) {
        for (Mix mix : MIXES) {
            System.out.printf(
                    "%n%-22s %12s %8s %12s %8s%n", mix.name(), "read ns/step", "ratio", "run ns/step", "ratio");
            measure(scenario(mix, YARDSTICK), YARDSTICK); // the compiler is done with it before anything counts
            double[] yardstick = measure(scenario(mix, YARDSTICK), YARDSTICK);
            for (int count : COUNTS) {
                double[] costs = count == YARDSTICK ? yardstick : measure(scenario(mix, count), count);
                System.out.printf(
                        "%,16d steps %12.0f %8.2f %12.0f %8.2f%n",
                        count, costs[0], costs[0] / yardstick[0], costs[1], costs[1] / yardstick[1]);
            }
        }
    }

    private static byte[] scenario(Mix mix, int steps) {
        StringBuilder text = new StringBuilder("""
                scenario: A long one
                processes:
                  alice:
                    p: { sharing: private, length: 256 pages }
                    q: { sharing: shared, file: data.txt }
                  bob:
                    q: { sharing: shared, file: data.txt }
                files: { data.txt: { size: 256 pages } }
                steps:
                """);
        for (int ten = 0; ten < steps / 10; ten++) {
            text.append(mix.ten().replace("#", String.valueOf(ten)).replace("~", String.valueOf(ten % 256)));
        }
        return text.toString().getBytes(UTF_8);
    }

    /**
     * Medians of the nanoseconds to read and to play a step, without what the collector does meanwhile; the first rounds
     * warm up and do not count.
     */
    private static double[] measure(byte[] text, int steps) {
        int times = STEPS_A_ROUND / steps;
        double[] reading = new double[ROUNDS];
        double[] running = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long toRead = 0;
            long toRun = 0;
            for (int i = 0; i < times; i++) {
                long begun = THREADS.getCurrentThreadCpuTime();
                ReadResult read = ScenarioReader.read("generated", text);
                long between = THREADS.getCurrentThreadCpuTime();
                ScenarioResult result = ScenarioRunner.run(read.scenarios().get(0));
                toRun += THREADS.getCurrentThreadCpuTime() - between;
                toRead += between - begun;
                if (!result.passed()) {
                    throw new IllegalStateException(result.problems().toString());
                }
            }
            if (round >= 0) {
                reading[round] = toRead / (double) STEPS_A_ROUND;
                running[round] = toRun / (double) STEPS_A_ROUND;
            }
        }
        return new double[] {median(reading), median(running)};
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
