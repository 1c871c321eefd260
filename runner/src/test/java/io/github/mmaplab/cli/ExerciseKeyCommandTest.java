package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExerciseKeyCommandTest {
    private static final String EXERCISE = """
            exercise: A word is written
            vary: { word: [AA, BB] }
            files: { data.txt: hello }
            processes:
              alice: { p: { file: data.txt, sharing: private } }
            steps:
              - write: { alice.p: <word> }
              - ask:
                  seen: { content-of: data.txt, length: 5, choices: auto }
            """;

    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder).file("word.exercise.yaml", EXERCISE).with("MMAPLAB_SECRET", "nobody guesses this");
    }

    @Test
    void tells_answers_reasons_and_what_misconceptions_answer() {
        Shell.Outcome outcome = shell().run("exercise", "key", "word.exercise.yaml", "--variant", "2");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("<!-- written by mmaplab: exercise key -->\n# Key: A word is written\n")
                .contains("- word: `BB`\n", "Right answer: `hello`\n", "Offered: `BBllo`, `hello`\n", "- Step 1: alice")
                .contains("| private-reaches-file: ", "| `BBllo` |\n");
    }

    @Test
    void lists_what_is_accepted_and_whom_points_are_given() {
        String lenient = EXERCISE.replace("choices: auto }", "accept: [howdy, SIGBUS], credit: everybody }");
        Shell.Outcome outcome = shell().file("word.exercise.yaml", lenient)
                .run("exercise", "key", "word.exercise.yaml", "--variant", "2");
        assertThat(outcome.out())
                .contains(
                        "Right answer: `hello`\n\nAlso accepted: `howdy`, `SIGBUS`\n\nAll students get the points.\n");
    }

    @Test
    void writes_a_key_for_each_variant_of_a_class_and_says_who_has_it() {
        Shell shell = shell().file("class.txt", "s1\ns2\ns3\ns4\ns5\ns6\ns7\ns8\n");
        Shell.Outcome outcome =
                shell.run("exercise", "key", "word.exercise.yaml", "--roster", "class.txt", "--out", "keys");
        assertThat(outcome).isEqualTo(new Shell.Outcome(0, "wrote 4 files\n", ""));
        shell.run("exercise", "sheet", "word.exercise.yaml", "--student", "s1", "--out", "out");
        String code = shell.text("out/s1.prediction.yaml").replaceAll("(?s).*variant: (\\S+).*", "$1");
        assertThat(shell.text("keys/word-" + code + ".key.md")).contains("- Students: `s1");
        assertThat(shell.text("keys/word-" + code + ".key.html")).contains("<title>Key: A word is written</title>");
    }

    @Test
    void wants_to_know_which_variant() {
        Shell.Outcome outcome = shell().run("exercise", "key", "word.exercise.yaml");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("the exercise has 2 variants, and each has its own key");
        assertThat(shell().run("exercise", "key", "word.exercise.yaml", "--variant", "3")
                        .err())
                .contains("`--variant` must be a number from 1 to 2");
        assertThat(shell().run("exercise", "key", "word.exercise.yaml", "--variant", "1", "--student", "s")
                        .code())
                .isEqualTo(64);
    }
}
