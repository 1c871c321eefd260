package io.github.mmaplab.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LinuxLibraryTest {
    @Test
    void every_scenario_of_the_library_is_true_on_linux() throws Exception {
        List<String> wrong = new ArrayList<>();
        int played = 0;
        long begun = System.nanoTime();
        try (LinuxHost host = LinuxHost.start();
                Stream<Path> files = Files.walk(Path.of("../scenarios"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList()) {
                for (Scenario scenario :
                        ScenarioReader.read(file, file.toString()).scenarios()) {
                    if (scenario.pageSize() != 4096) {
                        continue;
                    }
                    ScenarioResult result = ScenarioRunner.run(scenario, host.boot(new PageSize(4096)));
                    played++;
                    for (Problem problem : result.problems()) {
                        wrong.add(file + ":" + problem.span().line() + " " + scenario.title() + " " + problem);
                    }
                }
            }
        }
        System.err.println(played + " played, " + wrong.size() + " wrong, ms " + (System.nanoTime() - begun) / 1000000);
        wrong.forEach(w -> System.err.println(w.length() > 400 ? w.substring(0, 400) : w));
        assertThat(wrong).isEmpty();
    }
}
