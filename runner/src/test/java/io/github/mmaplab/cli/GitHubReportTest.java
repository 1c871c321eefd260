package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step of GitHub Actions sees, in an environment made up for it. */
final class GitHubReportTest {
    private static final String ANNOTATION = "::error file=sub/b.scenario.yaml,line=6,endLine=6,col=20,endColumn=25,"
            + "title=Another store is seen::alice.p: expected \"HULLO\", but it holds \"HELLO\"\n";

    @TempDir
    private Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void open() {
        shell = new Shell(folder)
                .file("sub/a.scenario.yaml", Shell.PASSING)
                .file("sub/b.scenario.yaml", Shell.FAILING)
                .with("GITHUB_WORKSPACE", folder.toString());
    }

    /** The shell within a step. */
    private Shell step() {
        return shell.with("GITHUB_ACTIONS", "true")
                .with("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    }

    @Test
    void elsewhere_nothing_is_said() {
        assertThat(shell.run("run", "sub").out()).doesNotContain("::");
    }

    @Test
    void in_a_step_the_text_is_fenced_and_annotations_follow() {
        String plain = shell.run("run", "sub").out();
        Outcome outcome = step().run("run", "sub");
        Matcher log = Pattern.compile("::stop-commands::(\\w{20,})\n(.*)::(\\w+)::\n(.*)", Pattern.DOTALL)
                .matcher(outcome.out());
        assertThat(log.matches()).as(outcome.out()).isTrue();
        assertThat(log.group(3)).isEqualTo(log.group(1));
        assertThat(log.group(2)).isEqualTo(plain);
        assertThat(log.group(4)).isEqualTo(ANNOTATION);
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void broken_kernels_are_told_within_the_fence() {
        String out = step().run("run", "sub/a.scenario.yaml", "--mutants").out();
        assertThat(out).matches("(?s)(::stop-commands::(\\w+)\n.*?::\\2::\n){2}");
        assertThat(out.substring(out.lastIndexOf("::stop"))).contains(" broken kernels: ");
    }

    @Test
    void each_run_has_a_fence_of_its_own() {
        String first = step().run("run", "sub").out();
        assertThat(step().run("run", "sub").out().lines().findFirst())
                .isNotEqualTo(first.lines().findFirst());
    }

    @Test
    void paths_begin_at_the_root_of_the_repository_wherever_we_are() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("sub"));
        assertThat(step().run("run", link.resolve("b.scenario.yaml").toString()).out())
                .endsWith(ANNOTATION);
        assertThat(step().run("run", "sub/../sub").out()).endsWith(ANNOTATION);
        assertThat(step().with("GITHUB_WORKSPACE", folder.resolve("sub").toString())
                        .run("run", "sub")
                        .out())
                .contains("::error file=b.scenario.yaml,");
        assertThat(step().with("GITHUB_WORKSPACE", "/elsewhere")
                        .run("run", "sub")
                        .out())
                .contains("::error file=sub/b.scenario.yaml,");
    }

    @Test
    void the_summary_is_appended() {
        shell.file("summary.md", "before\n");
        step().run("run", "sub");
        assertThat(shell.text("summary.md"))
                .startsWith("before\n### mmaplab: ✗ 1 scenario failed, 1 scenario passed in 0.00 s\n\n**✗ FAILED** ")
                .contains("** Another store is seen  \n`sub/b.scenario.yaml:1`\n");
        step().run("run", "sub/a.scenario.yaml");
        assertThat(shell.text("summary.md")).endsWith("### mmaplab: ✓ 1 scenario passed in 0.00 s\n\n");
    }

    @Test
    void a_summary_that_is_full_stays_as_it_is() {
        String full = "x".repeat((1 << 20) - 500);
        shell.file("summary.md", full);
        step().run("run", "sub");
        assertThat(shell.text("summary.md")).isEqualTo(full);
    }

    @Test
    void a_summary_that_cannot_be_written_is_told_and_the_run_goes_on() {
        Outcome outcome = step().with("GITHUB_STEP_SUMMARY", folder.toString()).run("run", "sub/a.scenario.yaml");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .startsWith("warning: the summary of this step, $GITHUB_STEP_SUMMARY, can't be written");
    }

    @Test
    void anywhere_it_can_be_asked_for() {
        assertThat(shell.run("run", "sub", "--report", "github=-").out())
                .startsWith("::stop-commands::")
                .contains("✗ FAILED Another store is seen")
                .endsWith(ANNOTATION);
    }

    @Test
    void who_asks_for_a_file_gets_no_other() {
        Outcome outcome = step().run("run", "sub", "--report", "github=commands");
        assertThat(outcome.out()).doesNotContain("::");
        assertThat(shell.text("commands")).isEqualTo(ANNOTATION);
        assertThat(shell.text("summary.md")).contains("✗ FAILED");
    }

    @Test
    void another_report_keeps_standard_output_for_itself() {
        Outcome outcome = step().run("run", "sub", "--report", "tap=-");
        assertThat(outcome.out())
                .startsWith("TAP version 14\n")
                .endsWith("\n1..2\n")
                .doesNotContain("::");
        assertThat(outcome.err()).isEqualTo(ANNOTATION);
        assertThat(shell.text("summary.md")).contains("✗ FAILED");
    }
}
