package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.TextReport;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library of scenarios: every one passes, teaches, and cannot pass by accident. */
class LibraryTest {

    private static final Path LIBRARY = Path.of("../scenarios");

    /** Far fewer would mean that the library was not found, or had lost files. */
    private static final int AT_LEAST = 180;

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(LIBRARY)) {
            return all.filter(path -> path.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_library_is_there() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void no_two_scenarios_have_the_same_title() throws IOException {
        Set<String> titles = new HashSet<>();
        for (Path file : files()) {
            Set<String> ofFile = new HashSet<>();
            for (Scenario scenario : read(file).scenarios()) {
                ofFile.add(scenario.titleSpan().text());
            }
            assertThat(ofFile)
                    .allSatisfy(title -> assertThat(titles.add(title)).as(title).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void passes_and_says_what_it_teaches(Path file) {
        ReadResult read = read(file);
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios()).isNotEmpty().allSatisfy(scenario -> {
            assertThat(report(ScenarioRunner.run(scenario))).isEmpty();
            assertThat(scenario.about()).isPresent();
            assertThat(scenario.references()).isNotEmpty();
            assertThat(scenario.tags()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_changed_expectation_fails_and_the_message_names_the_truth(Path file) {
        String source = text(file);
        List<String> survivors = new ArrayList<>();
        for (Scenario scenario : read(file).scenarios()) {
            List<Mutation> mutations = Mutations.of(scenario);
            assertThat(mutations).as(scenario.title()).isNotEmpty();
            for (Mutation mutation : mutations) {
                String report = playMutant(file, mutation.apply(source), scenario);
                if (!report.contains(mutation.truth())) {
                    survivors.add(mutation + "\n" + report);
                }
            }
        }
        assertThat(survivors).isEmpty();
    }

    /** What is reported of the scenario that stands in {@code text} where {@code original} stood. */
    private static String playMutant(Path file, String text, Scenario original) {
        ReadResult read = ScenarioReader.read(file.toString(), text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).as(text).noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        for (Scenario mutant : read.scenarios()) {
            boolean same = mutant.document() == original.document()
                    && mutant.row()
                            .map(row -> row.number())
                            .equals(original.row().map(row -> row.number()));
            if (same) {
                return report(ScenarioRunner.run(mutant));
            }
        }
        throw new IllegalStateException("the changed scenario is gone");
    }

    private static String report(ScenarioResult result) {
        StringBuilder text = new StringBuilder();
        try {
            TextReport.plain(text).played(new Played.Finished(result, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static ReadResult read(Path file) {
        return InputFiles.scenarios(file, file.toString());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
