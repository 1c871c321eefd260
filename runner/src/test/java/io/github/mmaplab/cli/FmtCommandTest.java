package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mmaplab fmt}; what the canonical form is, FormatterTest says. */
class FmtCommandTest {
    private static final String CANONICAL = Shell.PASSING;
    private static final String UGLY = CANONICAL.replace("{ alice.p: HELLO }", "{alice.p:   HELLO}");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void the_library_is_in_canonical_form() {
        Outcome outcome = new Shell(Path.of("..")).run("fmt", "--check", "scenarios");
        assertThat(outcome.out()).matches("\\d+ files in canonical form: nothing to change\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void files_of_all_kinds_are_found_in_a_folder_changed_and_named() {
        String exercise = """
                exercise: x
                steps: [ ask: {a: p.q} ]
                files: {f: hello}
                processes: {p: { q: {file: f, sharing: shared} } }
                """;
        shell.file("a.scenario.yaml", UGLY)
                .file("b/c.exercise.yaml", exercise)
                .file("d.prediction.yaml", "student: s\nexercise: x\nanswers: {a: b}\n")
                .file("e.scenario.yaml", CANONICAL)
                .file("f.yaml", UGLY);
        assertThat(shell.run("fmt", "."))
                .isEqualTo(new Outcome(0, "a.scenario.yaml\nb/c.exercise.yaml\nd.prediction.yaml\n", ""));
        assertThat(shell.text("a.scenario.yaml")).isEqualTo(CANONICAL);
        assertThat(shell.text("d.prediction.yaml")).isEqualTo("exercise: x\nstudent: s\nanswers: { a: b }\n");
        assertThat(shell.text("f.yaml")).isEqualTo(UGLY);
        assertThat(shell.run("fmt", "--check", "."))
                .isEqualTo(new Outcome(0, "4 files in canonical form: nothing to change\n", ""));
        assertThat(shell.run("fmt", "f.yaml", "-q").out()).isEqualTo("f.yaml\n");
    }

    @Test
    void check_and_diff_change_nothing() {
        shell.file("a.scenario.yaml", UGLY).file("b.scenario.yaml", CANONICAL);
        assertThat(shell.run("fmt", "--check", ".")).isEqualTo(new Outcome(1, "a.scenario.yaml\n", ""));
        Outcome diff = shell.run("fmt", "--diff", ".");
        assertThat(diff.code()).isZero();
        assertThat(diff.out()).isEqualTo("""
                --- a.scenario.yaml
                +++ a.scenario.yaml
                @@ -2,5 +2,5 @@
                 tags: [memory, store]
                 processes: { alice: { p: { sharing: private } } }
                 steps:
                -  - write: {alice.p:   HELLO}
                -expect: {alice.p:   HELLO}
                +  - write: { alice.p: HELLO }
                +expect: { alice.p: HELLO }
                """);
        assertThat(shell.run("fmt", "--check", "--diff", ".").code()).isEqualTo(1);
        assertThat(shell.run("fmt", "--diff", "--color", "always", ".").out()).contains("\033[1;31m-  - write");
        assertThat(shell.text("a.scenario.yaml")).isEqualTo(UGLY);
    }

    @Test
    void line_ends_a_byte_order_mark_and_a_missing_line_feed_are_changed_too() {
        for (String odd : List.of(CANONICAL.replace("\n", "\r\n"), "\uFEFF" + CANONICAL, CANONICAL.strip())) {
            shell.file("a.scenario.yaml", odd);
            assertThat(shell.run("fmt", "--diff", "--check", ".").out())
                    .contains("\n-")
                    .contains("\n+");
            assertThat(shell.run("fmt", ".").out()).isEqualTo("a.scenario.yaml\n");
            assertThat(shell.text("a.scenario.yaml")).isEqualTo(CANONICAL);
        }
    }

    @Test
    void what_is_not_what_its_name_says_is_left_alone_and_the_others_are_not() {
        shell.file("a.scenario.yaml", Shell.INVALID)
                .file("b.exercise.yaml", UGLY)
                .file("c.scenario.yaml", UGLY)
                .file("d.scenario.yaml", "a: [\n");
        Outcome outcome = shell.run("fmt", ".");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEqualTo("c.scenario.yaml\n");
        assertThat(outcome.err())
                .contains("a.scenario.yaml:1:1")
                .contains("this is a scenario, not an exercise")
                .contains("d.scenario.yaml:1:5");
        assertThat(shell.text("b.exercise.yaml")).isEqualTo(UGLY);
        assertThat(shell.run("fmt", "none.yaml").code()).isEqualTo(2);
        assertThat(shell.run("fmt").code()).isEqualTo(64);
    }

    @Test
    void a_file_keeps_its_permissions_and_a_link_stays_one() throws IOException {
        shell.file("a.scenario.yaml", UGLY);
        Files.setPosixFilePermissions(shell.path("a.scenario.yaml"), PosixFilePermissions.fromString("rw-r-x--x"));
        Files.createSymbolicLink(shell.path("link.yaml"), Path.of("a.scenario.yaml"));
        assertThat(shell.run("fmt", "link.yaml").code()).isZero();
        assertThat(Files.isSymbolicLink(shell.path("link.yaml"))).isTrue();
        assertThat(shell.text("a.scenario.yaml")).isEqualTo(CANONICAL);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.path("a.scenario.yaml"))))
                .isEqualTo("rw-r-x--x");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void standard_input_goes_to_standard_output() {
        shell.input(UGLY.getBytes(StandardCharsets.UTF_8));
        assertThat(shell.run("fmt", "-")).isEqualTo(new Outcome(0, CANONICAL, ""));
        assertThat(shell.run("fmt", "--check", "-")).isEqualTo(new Outcome(1, "-\n", ""));
        shell.input(Shell.INVALID.getBytes(StandardCharsets.UTF_8));
        assertThat(shell.run("fmt", "-").code()).isEqualTo(2);
        assertThat(shell.run("fmt", "-", "x").code()).isEqualTo(64);
    }
}
