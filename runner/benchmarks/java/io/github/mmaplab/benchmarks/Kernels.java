package io.github.mmaplab.benchmarks;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.linux.LinuxHost;
import io.github.mmaplab.linux.LinuxUnavailableException;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The scenarios of the library on the simulated kernel and on that of the machine, in turns. */
public final class Kernels {

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 10;

    private Kernels() {}

    /** Prints operations a second, in wall time: an agent works in processes of its own. */
    public static void main(String[] args) throws IOException, LinuxUnavailableException {
        try (LinuxHost host = LinuxHost.start()) {
            PageSize pageSize = host.pageSize();
            List<Scenario> all = library(pageSize);
            List<Scenario> forking = all.stream().filter(Kernels::forks).toList();
            System.out.printf("%n%-28s %12s %12s %8s%n", "operations a second", "simulated", "real", "ratio");
            compare("all " + all.size() + " scenarios", all, pageSize, host);
            compare("the " + forking.size() + " with forks", forking, pageSize, host);
        }
    }

    private static void compare(String what, List<Scenario> scenarios, PageSize pageSize, LinuxHost host) {
        double simulated = 0;
        double real = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double one = rate(scenarios, () -> SimulatedKernel.linux(pageSize));
            double other = rate(scenarios, () -> host.boot(pageSize));
            simulated += round < 0 ? 0 : one / ROUNDS;
            real += round < 0 ? 0 : other / ROUNDS;
        }
        System.out.printf("%-28s %12.0f %12.0f %8.1f%n", what, simulated, real, simulated / real);
    }

    private static double rate(List<Scenario> scenarios, Supplier<Kernel> kernels) {
        long operations = 0;
        long begun = System.nanoTime();
        for (Scenario scenario : scenarios) {
            operations += ScenarioRunner.run(Orders.first(scenario), kernels.get())
                    .trace()
                    .performed()
                    .size();
        }
        return operations * 1e9 / (System.nanoTime() - begun);
    }

    private static boolean forks(Scenario scenario) {
        return scenario.steps().stream().anyMatch(Step.Fork.class::isInstance);
    }

    private static List<Scenario> library(PageSize pageSize) throws IOException {
        Path folder = Path.of(System.getProperty("benchmarks.folder"), "..", "..", "scenarios");
        List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList()) {
                for (Scenario scenario :
                        InputFiles.scenarios(file, file.toString()).scenarios()) {
                    if (scenario.pageSize() == pageSize.bytes()) {
                        scenarios.add(scenario);
                    }
                }
            }
        }
        return scenarios;
    }
}
