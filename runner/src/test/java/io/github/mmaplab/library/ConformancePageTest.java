package io.github.mmaplab.library;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/conformance.md} is generated: each row of two public suites has a scenario, or a reason why not. */
final class ConformancePageTest {
    private static final Path LIBRARY = Path.of("../scenarios");
    private static final Path FOLDER = LIBRARY.resolve("conformance");

    /** What the two suites check, as counted when their cases were read. */
    private static final int ROWS = 334;

    /** How a reason begins that names what is not simulated yet. */
    private static final String LATER = "later ";

    /** Why a row has no scenario, as {@code rows.csv} abbreviates it. */
    private static final Map<String, String> REASONS = reasons();

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("outcome", "no determinate outcome");
        reasons.put("machine", "needs hardware, privileges or a kernel that a test may not have");
        reasons.put("outside", "about a shell, a library or the kernel itself");
        reasons.put("empty", "no code in the suite");
        return reasons;
    }

    @Test
    void a_row_has_either_a_scenario_or_a_reason() throws IOException {
        Map<String, Set<Path>> scenarios = scenarios();
        List<SuiteRow> rows = SuiteRow.all();
        assertThat(rows).hasSize(ROWS).extracting(SuiteRow::source).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.source()).matches(SuiteRow.SOURCE);
            assertThat(row.standard()).isIn("P", "U", "L");
            assertThat(row.rule()).isNotEmpty();
            assertThat(row.reason().isEmpty())
                    .as("no reason why there is no scenario for " + row.source())
                    .isEqualTo(scenarios.containsKey(row.source()));
            assertThat(row.reason().isEmpty() || isLater(row) || REASONS.containsKey(row.reason()))
                    .as(row.reason())
                    .isTrue();
        });
    }

    @Test
    void a_reference_to_a_suite_names_a_row() throws IOException {
        List<String> sources = SuiteRow.all().stream().map(SuiteRow::source).toList();
        assertThat(sources).containsAll(scenarios().keySet());
    }

    @Test
    void a_scenario_of_the_folder_shows_a_row() throws IOException {
        Set<Path> shown = new TreeSet<>();
        scenarios().values().forEach(shown::addAll);
        List<Path> folder = LibraryTest.files().stream()
                .filter(file -> file.startsWith(FOLDER))
                .toList();
        assertThat(folder).isNotEmpty();
        assertThat(shown).containsAll(folder);
    }

    @Test
    void what_is_said_not_to_be_simulated_is_not() throws IOException {
        String words = Files.readString(Path.of("../schema/scenario.schema.json"));
        assertThat(words).contains("\"mlock\"");
        assertThat(SuiteRow.all())
                .filteredOn(ConformancePageTest::isLater)
                .extracting(row -> '"' + row.reason().substring(LATER.length()) + '"')
                .allSatisfy(word -> assertThat(words).doesNotContain(word));
    }

    @Test
    void the_page_is_that_of_the_rows() throws IOException {
        Map<String, Set<Path>> scenarios = scenarios();
        List<SuiteRow> rows = SuiteRow.all();
        StringBuilder page = new StringBuilder("""
                # What conformance suites check

                Two public suites check how Linux maps memory: the Linux Test Project (LTP) and the Open POSIX Test Suite. Of the %d
                behaviours that they check, %d are scenarios of `scenarios/conformance`, in our own words, which pass on the simulated
                kernel and on Linux. What Linux cannot report, such as what is on a disk, is not checked there. The page is generated.

                | | rows |
                | --- | --- |
                """.formatted(rows.size(), rows.size() - withReason(rows)));
        summary(rows).forEach((what, count) -> page.append("| %s | %d |\n".formatted(what, count)));
        page.append("""

                P: POSIX requires it. U: POSIX leaves it open, and the suite checks what Linux does. L: only Linux has it, or the error
                or the limit. The class is our judgement.
                """);
        String topic = "";
        for (SuiteRow row : rows) {
            if (!row.topic().equals(topic)) {
                topic = row.topic();
                page.append("\n## ")
                        .append(topic)
                        .append("\n\n| source | class | rule | scenario |\n| --- | --- | --- | --- |\n");
            }
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(row.source(), row.standard(), row.rule(), shownBy(row, scenarios)));
        }
        Golden.assertIs(Path.of("../docs/conformance.md"), page.toString());
    }

    private static long withReason(List<SuiteRow> rows) {
        return rows.stream().filter(row -> !row.reason().isEmpty()).count();
    }

    /** How many rows have a scenario, and how many have each of the reasons. */
    private static Map<String, Long> summary(List<SuiteRow> rows) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("shown by a scenario", rows.size() - withReason(rows));
        counts.put(
                "not simulated yet",
                rows.stream().filter(ConformancePageTest::isLater).count());
        REASONS.forEach((reason, words) -> counts.put(
                words, rows.stream().filter(row -> row.reason().equals(reason)).count()));
        return counts;
    }

    private static String shownBy(SuiteRow row, Map<String, Set<Path>> scenarios) {
        if (row.reason().isEmpty()) {
            return scenarios.getOrDefault(row.source(), Set.of()).stream()
                    .map(ConformancePageTest::link)
                    .collect(joining(", "));
        }
        return isLater(row)
                ? "not simulated yet: " + row.reason().substring(LATER.length())
                : REASONS.getOrDefault(row.reason(), row.reason());
    }

    private static String link(Path file) {
        String path = LIBRARY.relativize(file).toString().replace('\\', '/');
        String name = path.replaceFirst("^conformance/", "").replaceFirst("\\.scenario\\.yaml$", "");
        return "[%s](../scenarios/%s)".formatted(name, path);
    }

    private static boolean isLater(SuiteRow row) {
        return row.reason().startsWith(LATER);
    }

    /** The files of scenarios by the rows that they refer to. */
    private static Map<String, Set<Path>> scenarios() throws IOException {
        Map<String, Set<Path>> scenarios = new TreeMap<>();
        for (Path file : LibraryTest.files()) {
            for (Scenario scenario : InputFiles.scenarios(file, file.toString()).scenarios()) {
                scenario.references().stream()
                        .filter(SuiteRow.SOURCE.asMatchPredicate())
                        .forEach(source -> scenarios
                                .computeIfAbsent(source, ignored -> new TreeSet<>())
                                .add(file));
            }
        }
        return scenarios;
    }
}
