package io.github.mmaplab.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What all orders of a scenario cost: searched by states, against each played from the beginning. */
public final class Searching {

    private static final BigInteger MOST_PLAYED = BigInteger.valueOf(13_000);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;

    /** Branches of which every process stores to two pages in turn and looks at them. */
    private record Shape(int branches, int steps) {
        Scenario scenario() {
            StringBuilder text = new StringBuilder("scenario: orders\nfiles: { f: { size: 2 pages } }\nprocesses:\n");
            for (int i = 0; i < branches; i++) {
                text.append("  p").append(i).append(": { m: { file: f, sharing: shared } }\n");
            }
            text.append("steps:\n  - concurrently:\n");
            for (int i = 0; i < branches; i++) {
                text.append("      p").append(i).append(":\n");
                for (int step = 0; step < steps; step++) {
                    String place = "p" + i + ".m" + (step % 4 < 2 ? "" : " + 1 page");
                    text.append(
                            step % 2 == 0
                                    ? "        - write: { " + place + ": \"" + (char) ('A' + i) + step + "\" }\n"
                                    : "        - read: " + place + "\n");
                }
            }
            text.append("expect: { never: { f+0: XY } }\n");
            return ScenarioReader.read("generated", text.toString().getBytes(UTF_8))
                    .scenarios()
                    .get(0);
        }
    }

    private Searching() {}

    /** Prints milliseconds of processor time, medians of five. */
    public static void main(String[] args) {
        System.out.printf("%n%-32s %22s %12s %12s %8s%n", "", "orders", "search ms", "replay ms", "ratio");
        for (Shape shape : List.of(
                new Shape(2, 3),
                new Shape(2, 6),
                new Shape(2, 8),
                new Shape(3, 4),
                new Shape(3, 6),
                new Shape(3, 12),
                new Shape(4, 8),
                new Shape(2, 300))) {
            Scenario scenario = shape.scenario();
            double searched = median(() -> Exploration.run(scenario, KernelSource.simulated(Rules.LINUX)));
            String name = shape.branches() + " branches of " + shape.steps() + " steps";
            String orders = scenario.orders().bitLength() < 60
                    ? String.format("%,d", scenario.orders())
                    : String.format("2^%d", scenario.orders().bitLength());
            if (scenario.orders().compareTo(MOST_PLAYED) <= 0) {
                double played = median(() -> {
                    for (Iterator<Scenario> each = Orders.of(scenario); each.hasNext(); ) {
                        ScenarioRunner.run(each.next());
                    }
                });
                System.out.printf(
                        "%-32s %22s %12.2f %12.2f %8.3f%n", name, orders, searched, played, searched / played);
            } else {
                System.out.printf("%-32s %22s %12.2f%n", name, orders, searched);
            }
        }
    }

    private static double median(Runnable work) {
        double[] costs = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            work.run();
            costs[Math.max(round, 0)] = (THREADS.getCurrentThreadCpuTime() - begun) / 1e6;
        }
        Arrays.sort(costs);
        return costs[ROUNDS / 2];
    }
}
