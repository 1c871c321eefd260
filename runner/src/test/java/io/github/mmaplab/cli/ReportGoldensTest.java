package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reports of a small folder, in every format, as they stand in {@code src/test/resources/reports/folder/expected}. It
 * has a scenario that passes, one that fails, one that faults, a file that is none, rows of cases, and pages of a size
 * that the kernel it is played on does not have.
 */
final class ReportGoldensTest {
    private static final Path FOLDER = Path.of("src/test/resources/reports/folder");

    @TempDir
    private static Path written = FOLDER;

    private static Shell.Outcome outcome = new Shell.Outcome(0, "", "");

    @BeforeAll
    static void run() {
        Shell shell = new Shell(FOLDER.toAbsolutePath()).with("GITHUB_STEP_SUMMARY", file("github-summary.md"));
        outcome = shell.run(
                "run",
                ".",
                "--on=linux",
                "--report=junit=" + file("junit.xml"),
                "--report=xunit=" + file("xunit.xml"),
                "--report=text=" + file("text.txt"),
                "--report=tap=" + file("report.tap"),
                "--report=json=" + file("report.json"),
                "--report=jsonl=" + file("report.jsonl"),
                "--report=html=" + file("report.html"),
                "--report=github=" + file("github.txt"));
    }

    private static String file(String name) {
        return written.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junit.xml",
                "xunit.xml",
                "text.txt",
                "report.tap",
                "report.json",
                "report.jsonl",
                "report.html",
                "github.txt",
                "github-summary.md"
            })
    void a_report_is_what_it_was(String name) throws IOException {
        String text = Files.readString(written.resolve(name));
        Path golden = FOLDER.resolve("expected").resolve(name);
        Golden.assertIs(golden, text);
    }

    @Test
    void the_exit_code_and_the_text_are_those_of_a_run_without_reports() throws IOException {
        assertThat(outcome)
                .isEqualTo(new Shell(FOLDER.toAbsolutePath()).run("run", ".", "--on=linux"))
                .isEqualTo(new Shell.Outcome(2, Files.readString(written.resolve("text.txt")), ""));
    }
}
