package io.github.mmaplab.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, then prints each as a ratio to its yardstick. */
public final class Main {

    /** What is measured, against what, and how many times that it may take at most. */
    private record Aim(String of, String yardstick, double most) {}

    private static final List<Aim> AIMS =
            List.of(new Aim("ReadingBenchmark.readAndRun", "ReadingBenchmark.compose", 1.5));

    private Main() {}

    /** Takes JMH's own arguments. */
    public static void main(String[] args) throws Exception {
        Collection<RunResult> results = run(args);
        System.out.println();
        for (Aim aim : AIMS) {
            List<RunResult> pair = new ArrayList<>();
            for (String name : List.of(aim.of(), aim.yardstick())) {
                results.stream()
                        .filter(result -> result.getParams().getBenchmark().endsWith("." + name))
                        .forEach(pair::add);
            }
            if (pair.size() == 2) {
                double ratio = score(pair.get(0)) / score(pair.get(1));
                System.out.printf("%.2f  %s / %s, aim: at most %.1f%n", ratio, aim.of(), aim.yardstick(), aim.most());
            }
        }
    }

    private static Collection<RunResult> run(String[] args) throws Exception {
        try {
            return new Runner(new OptionsBuilder()
                            .parent(new CommandLineOptions(args))
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } catch (RunnerException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}
