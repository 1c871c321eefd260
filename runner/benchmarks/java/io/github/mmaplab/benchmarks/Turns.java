package io.github.mmaplab.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The benchmarks of reading, in turns and by processor time: a machine that is busy with something else spoils JMH's
 * comparison, which measures one after the other, and not this one.
 */
public final class Turns {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 40;
    private static final int TIMES = 200;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Keeps results from being optimised away. */
    private static volatile Object last = "";

    private Turns() {}

    /** Prints the median of each in microseconds, and the median of its ratios to SnakeYAML alone in the same round. */
    public static void main(String[] args) throws IOException {
        ReadingBenchmark reading = new ReadingBenchmark();
        reading.readFile();
        Map<String, Supplier<Object>> contestants = new LinkedHashMap<>();
        contestants.put("Yaml.compose, SnakeYAML alone", reading::compose);
        contestants.put("nodes with spans, of the bytes", reading::syntax);
        contestants.put("a checked scenario, of the nodes", reading::decode);
        contestants.put("both: reading", reading::read);
        contestants.put("running", reading::run);
        contestants.put("all of it: reading and running", reading::readAndRun);

        Map<String, List<Double>> costs = new LinkedHashMap<>();
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double yardstick = 0;
            for (Map.Entry<String, Supplier<Object>> contestant : contestants.entrySet()) {
                double cost = micros(contestant.getValue());
                yardstick = yardstick == 0 ? cost : yardstick;
                if (round >= 0) {
                    costs.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
                            .add(cost);
                    ratios.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
                            .add(cost / yardstick);
                }
            }
        }
        System.out.printf("%n%-36s %12s %8s%n", "sixty lines, warm", "cpu us", "ratio");
        costs.forEach((name, cost) ->
                System.out.printf("%-36s %12.0f %8.2f%n", name, median(cost), median(ratios.get(name))));
    }

    private static double micros(Supplier<Object> contestant) {
        long begun = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < TIMES; i++) {
            last = contestant.get();
        }
        return (THREADS.getCurrentThreadCpuTime() - begun) / 1_000.0 / TIMES;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
