package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A kernel with a mistake that Linux does not ask for in a scenario plays it as Linux does. */
class UndecidedRulesTest {
    private static final Path LIBRARY = Path.of("../scenarios");

    private static List<Scenario> library() throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            return files.filter(file -> file.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .flatMap(file -> InputFiles.scenarios(file, file.toString()).scenarios().stream())
                    .map(Orders::first)
                    .toList();
        }
    }

    @Test
    void what_is_not_asked_for_decides_nothing() throws IOException {
        int undecided = 0;
        int decided = 0;
        for (Scenario scenario : library()) {
            Set<Enum<?>> asked = new HashSet<>();
            ScenarioResult linux = Exploration.explore(scenario, KernelSource.simulated(Rules.LINUX.noting(asked)));
            for (Misconception misconception : Misconception.values()) {
                if (misconception.isDecidedBy(asked)) {
                    decided++;
                    continue;
                }
                undecided++;
                assertThat(Exploration.explore(scenario, misconception::boot).trace())
                        .as(misconception.id())
                        .isEqualTo(linux.trace());
            }
        }
        assertThat(undecided).isGreaterThan(2_000);
        assertThat(decided).isGreaterThan(1_000);
    }
}
