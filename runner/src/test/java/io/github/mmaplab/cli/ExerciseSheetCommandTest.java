package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExerciseSheetCommandTest {
    private static final String VARYING = """
            exercise: A word is written
            vary: { word: [AA, BB, CC, DD, EE, FF, GG, HH, II, JJ, KK, LL, MM, NN, OO, PP] }
            processes: { alice: { p: { sharing: private } } }
            steps:
              - write: { alice.p: <word> }
              - ask: { seen: alice.p }
            """;

    private static final String FIXED = VARYING.replaceAll("(?m)^vary.*\\n", "").replace("<word>", "AA");

    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder).file("word.exercise.yaml", VARYING).file("fixed.exercise.yaml", FIXED);
    }

    private static Shell.Outcome sheet(Shell shell, String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "exercise";
        words[1] = "sheet";
        System.arraycopy(more, 0, words, 2, more.length);
        return shell.run(words);
    }

    private String variant(Shell shell) {
        assertThat(sheet(shell, "word.exercise.yaml", "--student", "s1", "--out", "out")
                        .code())
                .isZero();
        return shell.text("out/s1.prediction.yaml")
                .lines()
                .filter(line -> line.startsWith("variant: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void writes_three_files_for_a_student() {
        Shell shell = shell().with("MMAPLAB_SECRET", "nobody guesses this");
        Shell.Outcome outcome = sheet(shell, "word.exercise.yaml", "--student", "s1", "--out", "out");
        assertThat(outcome).isEqualTo(new Shell.Outcome(0, "wrote 3 files\n1 student, 1 different variant\n", ""));
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/s1.sheet.md");
        assertThat(shell.text("out/s1.sheet.html")).startsWith("<!DOCTYPE html>");
        assertThat(shell.text("out/s1.prediction.yaml")).contains("\nexercise: word\nstudent: s1\nvariant: ");
    }

    @Test
    void says_who_shares_a_variant_and_who_is_a_group() {
        Shell shell = shell().with("MMAPLAB_SECRET", "nobody guesses this").file("class.csv", """
                id,group
                s1,blue
                s2,blue
                ../s3,
                """);
        Shell.Outcome outcome = sheet(shell, "word.exercise.yaml", "--roster", "class.csv", "--out", "out");
        assertThat(outcome.out()).startsWith("wrote 9 files\n3 students, ").contains("  group blue: s1, s2\n");
        assertThat(folder.resolve("out")).isDirectoryContaining("regex:.*/___s3~[0-9a-f]{12}\\.sheet\\.md");
        assertThat(shell.text("out/s1.sheet.md").replace("s1", "s2")).isEqualTo(shell.text("out/s2.sheet.md"));
    }

    @Test
    void the_secret_is_the_option_or_else_the_file_beside_or_else_the_variable() {
        Shell shell = shell();
        String none = variant(shell);
        String variable = variant(shell.with("MMAPLAB_SECRET", "variable"));
        String beside = variant(shell.file("word.exercise.secret", "beside\n"));
        assertThat(none).isNotEqualTo(variable);
        assertThat(beside).isNotEqualTo(variable);
        shell.file("secret.txt", "  variable \n");
        sheet(shell, "word.exercise.yaml", "--student", "s1", "--out", "out", "--secret", "secret.txt");
        assertThat(shell.text("out/s1.prediction.yaml")).contains(variable);
    }

    @Test
    void says_loudly_that_there_is_no_secret() {
        Shell.Outcome outcome = sheet(shell(), "word.exercise.yaml", "--student", "s1", "--out", "out", "-q");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("warning: there is no variant secret: ")
                .contains("word.exercise.secret");
        Shell.Outcome empty =
                sheet(shell().file("e", " \n"), "word.exercise.yaml", "--student", "s", "--out", "o", "--secret", "e");
        assertThat(empty.code()).isEqualTo(64);
        assertThat(empty.err()).contains("the variant secret `e` is empty");
    }

    @Test
    void what_happens_is_shown_as_the_exercise_or_the_command_line_says() {
        Shell shell = shell().file("c.exercise.yaml", FIXED + "presentation: c\n");
        shell.run("exercise", "sheet", "c.exercise.yaml", "--out", "out");
        assertThat(shell.text("out/c.sheet.md"))
                .contains("\n## The program\n", " 2  memcpy(p, \"AA\", 2);\n", "What does line 3 print?\n")
                .doesNotContain("## What happens");
        assertThat(shell.text("out/c.sheet.html")).contains(" 2  memcpy(p, &quot;AA&quot;, 2);\n");
        assertThat(shell.text("out/c.prediction.yaml")).contains("What does line 3 print?");
        shell.run("exercise", "sheet", "c.exercise.yaml", "--out", "words", "--presentation", "words");
        assertThat(shell.text("words/c.sheet.md")).contains("## What happens").doesNotContain("memcpy");
        assertThat(shell.run("exercise", "sheet", "fixed.exercise.yaml", "--out", "out", "--presentation", "C"))
                .isEqualTo(new Shell.Outcome(
                        64, "", "error: `--presentation` does not support `C`\n  = help: did you mean `c`?\n"));
    }

    @Test
    void hints_can_be_left_out() {
        Shell shell = new Shell(folder).file("h.exercise.yaml", """
                        exercise: A hint
                        files: { data.txt: hello }
                        processes: { alice: { p: { file: data.txt, sharing: private } } }
                        steps: [ write: { alice.p: HELLO } ]
                        ask: { seen: { content-of: data.txt, hint: Whose page is it } }
                        """);
        shell.run("exercise", "sheet", "h.exercise.yaml", "--out", "with");
        Shell.Outcome without = shell.run("exercise", "sheet", "h.exercise.yaml", "--out", "without", "--no-hints");
        assertThat(without.code()).isZero();
        for (String sheet : new String[] {"h.sheet.md", "h.sheet.html"}) {
            assertThat(shell.text("with/" + sheet)).contains("Whose page is it");
            assertThat(shell.text("without/" + sheet)).doesNotContain("Hint", "Whose page is it");
        }
    }

    @Test
    void one_sheet_serves_all_where_nothing_varies() {
        Shell shell = shell();
        assertThat(sheet(shell, "fixed.exercise.yaml", "--out", "out")).satisfies(outcome -> {
            assertThat(outcome.code()).isZero();
            assertThat(outcome.err()).isEmpty();
        });
        assertThat(shell.text("out/fixed.prediction.yaml")).contains("\nstudent:   # your id\n");
        assertThat(sheet(shell, "word.exercise.yaml", "--out", "out").err())
                .contains("the exercise varies: each student has a sheet of their own");
        assertThat(sheet(shell, "fixed.exercise.yaml").err()).contains("needs an output folder");
    }

    @Test
    void a_prediction_that_has_been_filled_in_is_not_replaced() {
        Shell shell = shell();
        String empty = variant(shell);
        String old = shell.text("out/s1.sheet.md");
        assertThat(variant(shell)).isEqualTo(empty);
        String filled = shell.text("out/s1.prediction.yaml").replace("  seen:\n", "  seen: AA\n");
        shell.file("out/s1.prediction.yaml", filled).file("word.exercise.secret", "another");
        Shell.Outcome outcome = sheet(shell, "word.exercise.yaml", "--student", "s1", "--out", "out");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("`out/s1.prediction.yaml` has been filled in, and is not replaced");
        assertThat(shell.text("out/s1.sheet.md")).isEqualTo(old);
        assertThat(shell.text("out/s1.prediction.yaml")).isEqualTo(filled);
    }

    @Test
    void what_somebody_else_wrote_is_not_replaced() {
        Shell shell = shell().file("out/s1.sheet.html", "<p>mine</p>");
        Shell.Outcome outcome = sheet(shell, "word.exercise.yaml", "--student", "s1", "--out", "out");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("`out/s1.sheet.html` was not written by mmaplab, and is not replaced");
        assertThat(Files.exists(folder.resolve("out/s1.sheet.md"))).isFalse();
    }

    @Test
    void what_belongs_to_another_exercise_is_not_replaced() throws IOException {
        Shell shell = shell();
        assertThat(sheet(shell, "word.exercise.yaml", "--student", "s1", "--out", "out")
                        .code())
                .isZero();
        for (String name : List.of("s1.sheet.md", "s1.sheet.html", "s1.prediction.yaml")) {
            Shell.Outcome outcome = sheet(shell, "fixed.exercise.yaml", "--student", "s1", "--out", "out");
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).contains("""
                            error: `out/%s` belongs to another exercise, and is not replaced
                              = help: give each exercise a folder of its own with `--out`; nothing was written
                            """.formatted(name));
            Files.delete(folder.resolve("out/" + name));
        }
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void a_wrong_exercise_or_roster_is_shown() {
        Shell shell = shell().file("bad.exercise.yaml", "exercise: Nothing\n").file("class.csv", "name\nAda\n");
        assertThat(sheet(shell, "bad.exercise.yaml", "--student", "s1", "--out", "out")
                        .code())
                .isEqualTo(2);
        Shell.Outcome outcome = sheet(shell, "word.exercise.yaml", "--roster", "class.csv", "--out", "out");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("class.csv:1:");
        assertThat(sheet(shell, "word.exercise.yaml", "--student", "\u001b[31m", "--out", "out")
                        .err())
                .contains("U+001B")
                .doesNotContain("\u001b");
    }
}
