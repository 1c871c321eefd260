package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mmaplab check} and {@code mmaplab exercise check}: how they end, and how they name what they speak of. */
class CheckCommandTest {
    private static final String BAD = """
            scenario: Two mistakes
            processes: { alice: { p: { sharing: none-at-all, prot: rr } } }
            expect: { alice.p: { zeros: 1 } }
            """;

    private static final String EXERCISE = """
            exercise: A store past the end
            files: { data.txt: { text: hello, size: 2 pages } }
            processes: { alice: { p: { file: data.txt, sharing: shared } } }
            steps:
              - truncate: { data.txt: KEEP }
              - write: { alice.p + 1 page: X }
            ask: { reads: alice.p }
            """;

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
    void ends_with_how_much_is_wrong() {
        shell.file("a.scenario.yaml", BAD).file("b.scenario.yaml", BAD.replace(", prot: rr", ""));
        Outcome outcome = shell.run("check", ".");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).endsWith("\n3 errors in 2 files\n");
        assertThat(shell.run("check", "a.scenario.yaml", "--quiet").out()).doesNotContain("2 errors in");
    }

    @Test
    void names_an_exercise_without_variants_as_such() {
        shell.file("a.exercise.yaml", EXERCISE.replace("KEEP", "1 page"));
        Outcome outcome = shell.run("exercise", "check", "a.exercise.yaml");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith("the exercise does not behave as expected:\n✗ FAILED A store past the end\n");
    }

    @Test
    void names_a_variant_by_its_values() {
        String vary = "vary: { keep: [1 page, 2 pages] }\n";
        String text = EXERCISE.replace("KEEP", "<keep>").replace("files:", vary + "files:");
        Outcome outcome = shell.file("a.exercise.yaml", text).run("exercise", "check", "a.exercise.yaml");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith(
                        "the variant keep=1 page does not behave as expected:\n✗ FAILED A store past the end [keep=1 page]\n");
    }

    @Test
    void finds_an_accepted_answer_that_can_not_be_read() {
        String text = """
                exercise: A size
                files: { data.txt: hello }
                processes: [a]
                ask: { size: { size-of: data.txt, accept: [6, five bytes] } }
                """;
        Outcome outcome = shell.file("a.exercise.yaml", text).run("exercise", "check", "a.exercise.yaml");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith("error: `five bytes`, which is accepted as an answer to `size`, can't be read: ")
                .doesNotContain("`6`, which")
                .endsWith("\nthe exercise is not sound\n");
    }
}
