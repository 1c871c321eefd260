package io.github.mmaplab.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.mmaplab.compare.Pair;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The library of scenarios, on the kernel of the machine that the tests run on. */
final class LinuxLibraryTest {

    private static final int FEWEST_RUNS = 280;

    @SuppressWarnings("NullAway.Init") // set before all tests, or none runs
    private static LinuxHost host;

    @BeforeAll
    static void start() {
        try {
            host = LinuxHost.start();
        } catch (LinuxUnavailableException e) {
            abort("the real kernel was not asked: " + e.getMessage());
        }
    }

    @AfterAll
    static void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void every_scenario_holds_on_linux() throws IOException {
        List<ScenarioResult> wrong = new ArrayList<>();
        for (Scenario scenario : library()) {
            ScenarioResult result = ScenarioRunner.run(scenario, host.boot(host.pageSize()));
            boolean asked = result.checks() > 0 || result.notChecked().isEmpty();
            if (!result.problems().isEmpty() || (asked && result.verdict() != Verdict.PASSED)) {
                wrong.add(result);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_scenario_differs_between_the_kernels() throws IOException {
        List<String> differing = new ArrayList<>();
        for (Scenario scenario : library()) {
            Pair pair = new Pair(SimulatedKernel.linux(host.pageSize()), host.boot(host.pageSize()));
            ScenarioRunner.run(scenario, pair);
            pair.difference().ifPresent(difference -> differing.add(scenario.title() + ": " + difference));
        }
        assertThat(differing).isEmpty();
    }

    private static List<Scenario> library() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("..", "scenarios"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList()) {
                for (Scenario scenario :
                        ScenarioReader.read(file, file.toString()).scenarios()) {
                    if (new PageSize(scenario.pageSize()).equals(host.pageSize())) {
                        scenarios.add(scenario);
                    }
                }
            }
        }
        assertThat(scenarios).hasSizeGreaterThanOrEqualTo(FEWEST_RUNS);
        return scenarios;
    }
}
