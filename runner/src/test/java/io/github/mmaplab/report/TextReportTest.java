package io.github.mmaplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {

    static List<Path> files() throws IOException {
        return Reports.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void says_what_stands_beside_the_file(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        Reports.play(Reports.read(file), TextReport.plain(text));
        Path golden = file.resolveSibling(String.valueOf(file.getFileName()).replace(".scenario.yaml", ".expected"));
        Golden.assertIs(golden, text.toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void says_the_same_in_colour(Path file) throws IOException {
        StringBuilder plain = new StringBuilder();
        StringBuilder coloured = new StringBuilder();
        Reports.play(Reports.read(file), TextReport.plain(plain));
        Reports.play(
                Reports.read(file), new TextReport(coloured, AnsiPalette.INSTANCE, TextReport.Detail.NORMAL, false));
        assertThat(coloured.toString()).contains("\033[");
        assertThat(coloured.toString().replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(plain.toString());
    }

    @Test
    void what_was_not_checked_is_said_aloud() throws IOException {
        Scenario scenario = scenario();
        ScenarioResult result = new ScenarioResult(
                scenario,
                Verdict.PASSED,
                1,
                List.of(),
                List.of(new NotChecked(scenario.expect().get(0).span(), "this kernel does not say")),
                List.of(),
                Trace.empty());
        StringBuilder text = new StringBuilder();
        TextReport report = TextReport.plain(text);
        report.played(new Played.Finished(result, 0));
        report.end(new Summary(1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0));
        assertThat(text.toString()).isEqualTo("""
                        ! PASSED IN PART A page of zeros
                        not checked: this kernel does not say
                         --> text.scenario.yaml:3:11
                          |
                        3 | expect: { alice.p: { zeros: 1 } }
                          |           ^^^^^^^

                        ! not checked: this kernel does not say (1)
                        ✓ 1 scenario passed, 1 expectation NOT CHECKED
                        """);
    }

    @Test
    void a_bug_is_called_one() throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport report = TextReport.plain(text);
        report.played(new Played.Crashed(scenario(), new IllegalStateException("frame 7 is lost")));
        report.end(new Summary(0, 0, 0, 0, 1, 0, 2, 1, 0, 0, 0));
        assertThat(text.toString())
                .startsWith("✗ BUG A page of zeros\n")
                .contains("java.lang.IllegalStateException: frame 7 is lost")
                .endsWith("✗ 1 scenario stopped by a bug in mmaplab, 2 scenarios not run\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00 s", "4999999, 0.00 s", "41500000, 0.04 s", "1234567890, 1.23 s", "61000000000, 61.00 s"})
    void durations_are_short(long nanos, String shown) {
        assertThat(Seconds.brief(nanos)).isEqualTo(shown);
    }

    @Test
    void titles_steer_no_terminal() throws IOException {
        StringBuilder text = new StringBuilder();
        ReadResult read = Reports.read("scenario: \"\\e[2J gone\"\nprocesses: [a]\nexpect: { a: { alive: false } }\n");
        Reports.play(read, new TextReport(text, Palette.PLAIN, TextReport.Detail.VERBOSE, false));
        assertThat(text.toString()).contains("FAILED").doesNotContain("\033");
    }

    private static Scenario scenario() {
        return Reports.read("""
                        scenario: A page of zeros
                        processes: { alice: { p: { sharing: private } } }
                        expect: { alice.p: { zeros: 1 } }
                        """).scenarios().get(0);
    }
}
