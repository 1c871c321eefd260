package io.github.mmaplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files under {@code src/test/resources/reports}. Beside each is the text report of playing it.
 */
final class Reports {
    private static final Path ROOT = Path.of("src/test/resources/reports");
    private static final int FEWEST = 5;

    private Reports() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(FEWEST);
            return found;
        }
    }

    static ReadResult read(Path file) {
        return InputFiles.scenarios(file, String.valueOf(file.getFileName()));
    }

    static ReadResult read(String text) {
        return ScenarioReader.read("text.scenario.yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Tells a report of playing what was read; each run takes a millisecond. */
    static void play(ReadResult read, Report report) throws IOException {
        report.begin(read.scenarios().size(), read.scenarios().size());
        report.diagnostics(read.diagnostics());
        int runs = 0;
        for (Scenario scenario : read.scenarios()) {
            report.played(new Played.Finished(ScenarioRunner.run(scenario), 1_000_000));
            runs++;
        }
        report.end(new Summary(runs, 0, 0, 0, 0, 0, 0, runs, 0, read.hasErrors() ? 1 : 0, 1_000_000L * runs));
    }
}
