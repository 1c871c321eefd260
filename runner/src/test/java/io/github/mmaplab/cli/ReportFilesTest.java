package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder).file("a.scenario.yaml", Shell.PASSING).file("b.scenario.yaml", Shell.FAILING);
    }

    @Test
    void several_reports_are_written_at_once() throws IOException {
        Outcome outcome = shell.run("run", ".", "--report", "junit=r.xml", "--report=text=r.txt", "--color=always");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("\033");
        assertThat(shell.text("r.xml"))
                .startsWith("<?xml")
                .doesNotContain("\033")
                .endsWith("</testsuites>\n");
        assertThat(shell.text("r.txt"))
                .doesNotContain("\033")
                .isEqualTo(shell.run("run", ".").out());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void a_report_takes_the_place_of_an_older_one() throws IOException {
        shell.file("r.txt", "old");
        Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("r.txt"));
        shell.run("run", ".", "--report", "text=link.txt");
        assertThat(shell.text("r.txt")).contains("✗ FAILED");
        assertThat(folder.resolve("link.txt")).isSymbolicLink();
    }

    @Test
    void a_report_on_standard_output_stands_alone_there() {
        Outcome outcome = shell.run("run", ".", "--report", "junit=-");
        assertThat(outcome.out()).startsWith("<?xml").endsWith("</testsuites>\n");
        assertThat(shell.run("run", ".", "--report", "text=-")).isEqualTo(shell.run("run", "."));
    }

    @Test
    void no_report_but_its_own_text_is_on_standard_output() {
        for (String format : List.of("xunit", "tap", "json", "jsonl", "html")) {
            Outcome alone = shell.run("run", ".", "--report", format + "=-");
            shell.run("run", ".", "--report", format + "=file", "--report", "junit=r.xml");
            assertThat(alone.out()).as(format).isEqualTo(shell.text("file"));
            assertThat(alone.err()).isEmpty();
            assertThat(alone.code()).isEqualTo(1);
        }
    }

    @Test
    void broken_kernels_are_not_told_into_a_report() {
        Outcome outcome = shell.run("run", ".", "--mutants", "--report", "tap=-");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("error: `--mutants` writes to standard output, which belongs to a report");
        assertThat(shell.run("run", ".", "--mutants", "--report", "tap=r.tap").code())
                .isEqualTo(1);
    }

    @Test
    void nothing_selected_is_told_by_every_report() {
        assertThat(shell.run("run", ".", "--tag", "none", "--report", "tap=-").out())
                .isEqualTo("TAP version 14\nBail out! nothing was selected\n");
        Outcome json = shell.run("run", ".", "--tag", "none", "--report", "json=-");
        assertThat(json.out()).contains("\"runs\":[],\n\"summary\":{\"all-well\":true,\"passed\":0,");
        assertThat(json.code()).isEqualTo(3);
    }

    @Test
    void a_folder_takes_no_events() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        Outcome outcome = shell.run("run", ".", "--report", "jsonl=d");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err())
                .startsWith("error: the report `d` can't be written: ")
                .contains("nothing was run");
    }

    @Test
    void what_is_no_regular_file_is_written_to_as_it_is() {
        assertThat(shell.run("run", "a.scenario.yaml", "--report", "text=/dev/null")
                        .code())
                .isZero();
    }

    @Test
    void a_report_that_breaks_off_is_told_and_the_others_are_written() {
        Outcome outcome = shell.run("run", "a.scenario.yaml", "--report", "junit=/dev/full", "--report", "text=r.txt");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).startsWith("error: the report `/dev/full` could not be written: No space left");
        assertThat(shell.text("r.txt")).isEqualTo("✓ 1 scenario passed\n");
    }

    @Test
    void the_starter_runs_and_passes() {
        Outcome written = shell.run("init", "new.scenario.yaml");
        assertThat(written)
                .isEqualTo(new Outcome(0, "wrote new.scenario.yaml; `mmaplab run new.scenario.yaml` plays it\n", ""));
        assertThat(shell.run("check", "new.scenario.yaml").out()).isEqualTo("1 file with 1 scenario: nothing wrong\n");
        assertThat(shell.run("run", "new.scenario.yaml")).isEqualTo(new Outcome(0, "✓ 1 scenario passed\n", ""));
        assertThat(shell.run("init", "new").out()).contains("pass the path of this file itself");
    }
}
