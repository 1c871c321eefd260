package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the library expects can be explained, and the explanations are true. */
class LibraryExplanationsTest {

    private static final Path LIBRARY = Path.of("../scenarios");
    private static final int FEWEST = 1500;

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
    void every_expectation_has_reasons_that_are_true() throws IOException {
        int explained = 0;
        for (Scenario scenario : library()) {
            for (Query query : Queries.of(scenario)) {
                explained++;
                Checker.check(query);
            }
        }
        assertThat(explained).isGreaterThan(FEWEST);
    }
}
