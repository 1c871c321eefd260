package io.github.mmaplab.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of JMH, then prints each as a ratio to its yardstick. */
public final class Main {

    /** What is measured, against what, and how many times that it may take at most; 0 where nobody asks for it. */
    private record Ratio(String of, String yardstick, double most) {}

    private static final List<Ratio> RATIOS = List.of(
            new Ratio("Reading.readAndRun", "Reading.compose", 1.5),
            new Ratio("Reading.read", "Reading.compose", 0),
            new Ratio("Reading.syntax", "Reading.compose", 0),
            new Ratio("Reading.decode", "Reading.compose", 0),
            new Ratio("Reading.run", "Reading.compose", 0),
            new Ratio("Kernel.load 10000", "Kernel.load 10", 0),
            new Ratio("Kernel.store 10000", "Kernel.store 10", 0),
            new Ratio("Kernel.firstTouch 10000", "Kernel.firstTouch 10", 0),
            new Ratio("Kernel.copyOnWrite 10000", "Kernel.copyOnWrite 10", 0),
            new Ratio("Kernel.fork 10000", "Kernel.fork 10", 1.5),
            new Ratio("Kernel.forkAndStore 10000", "Kernel.forkAndStore 10", 0),
            new Ratio("Kernel.exitOfChild 10000", "Kernel.exitOfChild 10", 0),
            new Ratio("Kernel.exit 10000", "Kernel.exit 10", 0));

    private Main() {}

    /** Takes JMH's own arguments. */
    public static void main(String[] args) throws Exception {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (RunResult result : run(args)) {
            scores.put(name(result.getParams()), result.getPrimaryResult().getScore());
        }
        System.out.println();
        for (Ratio ratio : RATIOS) {
            Double of = scores.get(ratio.of());
            Double yardstick = scores.get(ratio.yardstick());
            if (of != null && yardstick != null) {
                String aim = ratio.most() == 0 ? "" : ", aim: at most " + ratio.most();
                System.out.printf("%6.2f  %s / %s%s%n", of / yardstick, ratio.of(), ratio.yardstick(), aim);
            }
        }
    }

    /** The class without its ending, the method, and the parameters behind it. */
    private static String name(BenchmarkParams params) {
        String method = params.getBenchmark();
        int type = method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1;
        StringBuilder name = new StringBuilder(method.substring(type).replace("Benchmark.", "."));
        for (String key : params.getParamsKeys()) {
            name.append(' ').append(params.getParam(key));
        }
        return name.toString();
    }

    private static Iterable<RunResult> run(String[] args) throws Exception {
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
}
