package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeCommandTest {
    private static final String EXERCISE = """
            exercise: Who sees a private write?
            vary:
              word: [HELLO, WORLD, PAGES]
            grading: { follow-through: 0.5 }
            files: { data.txt: hello }
            processes:
              parent: { p: { file: data.txt, sharing: private } }
            steps:
              - fork: { parent: child }
              - write: { child.p: <word> }
              - ask:
                  parent-sees: parent.p
                  one-page: { same-page: [parent.p, child.p], points: 2 }
            """;

    private static final Pattern CODE = Pattern.compile("Variant: `([0-9A-Z-]+)`");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void handOut() {
        shell = new Shell(folder)
                .file("cow.exercise.yaml", EXERCISE)
                .file("cow.exercise.secret", "nobody guesses this")
                .file("class.csv", "id,name\ns1,Ada\ns2,\"Hopper, Grace\"\ns3,Linus\n");
        assertThat(shell.run("exercise", "sheet", "cow.exercise.yaml", "--roster", "class.csv", "--out", "in")
                        .code())
                .isZero();
    }

    private String prediction(String student, String answers) {
        return "exercise: cow\nstudent: " + student + "\n" + variant(student) + "answers: { " + answers + " }\n";
    }

    /** The line that is on the sheet of a student; empty, if there is no sheet. */
    private String variant(String student) {
        if (!Files.exists(folder.resolve("in/" + student + ".sheet.md"))) {
            return "";
        }
        Matcher code = CODE.matcher(shell.text("in/" + student + ".sheet.md"));
        assertThat(code.find()).isTrue();
        return "variant: " + code.group(1) + "\n";
    }

    private Outcome grade(String... more) {
        String[] words = new String[3 + more.length];
        words[0] = "grade";
        words[1] = "cow.exercise.yaml";
        words[2] = "in";
        System.arraycopy(more, 0, words, 3, more.length);
        return shell.run(words);
    }

    @Test
    void right_wrong_unanswered_and_invalid_are_four_things() {
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sees: hello, one-page: no"));
        shell.file("in/s2.prediction.yaml", prediction("s2", "parent-sees: HULLO, one-page: maybe"));
        Outcome outcome = grade("--roster", "class.csv", "--feedback", "parts");
        assertThat(outcome.out())
                .contains("✓ s1: 3 of 3 (2 right)\n")
                .contains("✓ s2: 0 of 3 (1 wrong, 1 invalid)\n")
                .contains("✓ s3: 0 of 3 (2 unanswered)\n")
                .endsWith("3 graded\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void explanations_are_kept_for_a_person_and_earn_nothing() {
        shell.file("cow.exercise.yaml", EXERCISE + "      why: { explain: \"Why?\" }\n");
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sees: hello, one-page: no, why: \"=a, b\""));
        shell.file("in/s2.prediction.yaml", prediction("s2", "parent-sees: hello, why: [two, pages]"));
        shell.file("in/s3.prediction.yaml", prediction("s3", "one-page: no"));
        Outcome outcome = grade("--roster", "class.csv", "--feedback", "parts", "--out", "out");
        assertThat(outcome.out()).isEqualTo("3 graded\n");
        assertThat(shell.text("out/grades.csv"))
                .contains("s1,Ada,,graded,3,3,", "graded,1,3,", "s3,Linus,,graded,2,3,")
                .doesNotContain("why");
        assertThat(shell.text("out/explanations.csv").lines())
                .containsExactly(
                        "id,name,group,question,words",
                        "s1,Ada,,why,\"'=a, b\"",
                        "s2,\"Hopper, Grace\",,why,\"[two, pages]\"");
    }

    @Test
    void missing_and_unknown_students_are_listed_and_are_no_zeros() throws IOException {
        Files.delete(folder.resolve("in/s3.prediction.yaml"));
        shell.file("in/stranger.prediction.yaml", prediction("mallory", "parent-sees: hello"));
        shell.file("in/s2.prediction.yaml", "exercise: [");
        Outcome outcome = grade("--roster", "class.csv");
        assertThat(outcome.out())
                .contains("- s3: nothing was handed in\n")
                .contains("! s2: could not be graded\n    s2.prediction.yaml:1:12: error[E0109]")
                .contains("? stranger.prediction.yaml: `mallory` is not on the roster\n")
                .endsWith("1 graded, 1 missing, 1 not gradable, 1 file of unknown students\n");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void a_file_for_another_exercise_or_variant_is_told_and_not_graded() {
        shell.file(
                "in/s1.prediction.yaml", prediction("s1", "parent-sees: hello").replace("cow", "calf"));
        shell.file(
                "in/s2.prediction.yaml",
                prediction("s2", "parent-sees: hello").replaceFirst("variant: .*", "variant: ABCD-EFGH"));
        Outcome outcome = grade("--roster", "class.csv");
        assertThat(outcome.out())
                .contains("this prediction is for the exercise `calf`, not for `cow`")
                .contains("this prediction is for the variant `ABCD-EFGH`, which is not the variant of `s2`")
                .doesNotContain(variant("s2").replace("variant: ", "").strip())
                .contains("1 graded, 2 not gradable");
    }

    @Test
    void hostile_files_each_have_a_clear_line_and_the_class_goes_on() throws IOException {
        Files.write(folder.resolve("in/a.prediction.yaml"), "exercise: cow".getBytes(StandardCharsets.UTF_16));
        Files.write(folder.resolve("in/b.prediction.yaml"), new byte[100_000]);
        shell.file("in/c.prediction.yaml", "a: &x [*x, *x]\n");
        shell.file("in/d.prediction.yaml", "[".repeat(5000));
        shell.file("in/e.prediction.yaml", prediction("\"\\e[31mred\"", "parent-sees: hello"));
        shell.file("in/f.prediction.yaml", prediction("s1", "parent-sees: hello, nonsense: 3"));
        shell.file(
                "in/s1.prediction.yaml",
                "\uFEFF" + prediction("s1", "parent-sees: hello").replace("\n", "\r\n"));
        Outcome outcome = grade("--roster", "class.csv", "--attempts", "first");
        assertThat(outcome.out())
                .contains("a.prediction.yaml:1:1: error[E0103]: the file is in UTF-16")
                .contains("b.prediction.yaml:1:1: error[E0102]: the file is larger than 64 KiB")
                .contains("c.prediction.yaml:1:4: error[E0111]")
                .contains("d.prediction.yaml:1:")
                .contains("the id after `student:` contains the invisible character U+001B")
                .contains("3 graded, 5 files of unknown students")
                .doesNotContain("\u001b");
        assertThat(outcome.err()).doesNotContain("Exception");
    }

    @Test
    void an_unknown_question_is_told_with_what_was_meant() {
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sese: hello"));
        assertThat(grade("--roster", "class.csv").out())
                .contains("the exercise has no question `parent-sese`: did you mean `parent-sees`?");
    }

    @Test
    void at_the_level_score_nothing_but_the_points_is_told() {
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sees: HULLO, one-page: no"));
        Outcome outcome = shell.run("grade", "cow.exercise.yaml", "in/s1.prediction.yaml", "--feedback", "score");
        assertThat(outcome.out()).isEqualTo("2 of 3 points\n");
    }

    @Test
    void each_level_tells_what_those_before_it_tell() {
        Matcher word = Pattern.compile("write: (\\w+)").matcher("");
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sees: " + word("s1") + ", one-page: no"));
        String parts = feedback("parts");
        String why = feedback("why");
        String key = feedback("key");
        assertThat(parts)
                .isEqualTo("2 of 3 points\nparent-sees: wrong, 0 of 1\n  you answered: " + word("s1")
                        + "\none-page: right, 2 of 2\n");
        assertThat(why)
                .contains("what decides: the beginning, step ", "rule: the first store")
                .doesNotContain("may be explained by", "the right answer");
        assertThat(key).contains("the right answer: hello", "step 2: child stores");
        assertThat(word.find()).isFalse();
    }

    @Test
    void what_cannot_be_read_is_told_at_the_level_score_and_nothing_else_is() {
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sees: howdy, one-page: “maybe”"));
        assertThat(feedback("score")).isEqualTo("""
                0 of 3 points
                one-page: invalid, 0 of 2
                  you answered: “maybe”
                  this is not an answer to the question: write yes or no
                """);
    }

    /** What the child of a student writes. */
    private String word(String student) {
        Matcher word = Pattern.compile("writes (HELLO|WORLD|PAGES)|(HELLO|WORLD|PAGES)")
                .matcher(shell.text("in/" + student + ".sheet.md"));
        assertThat(word.find()).isTrue();
        return word.group().replace("writes ", "");
    }

    private String feedback(String level) {
        return shell.run("grade", "cow.exercise.yaml", "in/s1.prediction.yaml", "--feedback", level)
                .out();
    }

    @Test
    void a_regrade_compares_shares_and_keeps_them() throws IOException {
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sees: hello, one-page: no"));
        shell.file("in/s2.prediction.yaml", prediction("s2", "parent-sees: maybe-not, one-page: no"));
        assertThat(grade("--roster", "class.csv", "--out", "out").code()).isZero();
        shell.file("cow.exercise.yaml", EXERCISE.replace("      parent-sees: parent.p\n", ""));
        assertThat(shell.run("regrade", "out/results.json").out()).isEqualTo("""
                + s2: 2 of 3 -> 2 of 2 (parent-sees 0 -> not asked)
                out of 3, now out of 2: `parent-sees` is no longer asked
                1 gain, 0 lose, 2 unchanged
                """);
        shell.file("cow.exercise.yaml", EXERCISE.replace("points: 2", "points: 1"));
        Outcome better = shell.run("regrade", "out/results.json", "--keep-better", "--out", "again");
        assertThat(better.out()).isEqualTo("""
                - s2: 2 of 3 -> 1 of 2 (one-page 2 -> 1); keeps the better share
                out of 3, now out of 2: `one-page` is worth 1, not 2
                0 gain, 1 keeps the better share, 2 unchanged
                """);
        assertThat(shell.text("again/grades.csv"))
                .contains("s1,Ada,,graded,2,2,")
                .contains("s2,\"Hopper, Grace\",,graded,1.33,2,");
        assertThat(shell.run("regrade", "again/results.json").out())
                .startsWith("- s2: 1.33 -> 1\n")
                .endsWith("0 gain, 1 lose, 2 unchanged\n");
        shell.file("cow.exercise.yaml", EXERCISE.replace("parent-sees:", "what-the-parent-sees:"));
        assertThat(shell.run("regrade", "out/results.json").out())
                .contains("still out of 3: `parent-sees` is no longer asked; `what-the-parent-sees` is new;"
                        + " if `parent-sees` was renamed to `what-the-parent-sees`, restore the old name");
    }

    @Test
    void late_is_what_the_timestamps_say() throws IOException {
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sees: hello, one-page: no"));
        Path file = folder.resolve("in/s1.prediction.yaml");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-12-02T00:00:00Z")));
        String due = "2026-12-01T13:00:00+01:00";
        assertThat(grade("--student", "s1", "--roster", "class.csv", "--due", due, "--late", "50%")
                        .out())
                .contains("s1: 1.5 of 3, handed in 12 hours late: 50 % of the points remain");
        shell.file("times.csv", "file,submitted\ns1.prediction.yaml,2026-12-01T12:00:00Z\n");
        assertThat(grade("--student", "s1", "--roster", "class.csv", "--due", due, "--times", "times.csv")
                        .out())
                .contains("s1: 3 of 3\n");
    }

    @Test
    void a_run_that_was_killed_is_taken_up_where_it_stopped() throws IOException {
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sees: hello, one-page: no"));
        Outcome whole = grade("--roster", "class.csv", "--out", "out");
        String results = shell.text("out/results.json");
        assertThat(folder.resolve("out").toFile().list()).noneMatch(name -> name.contains("grading"));

        List<String> journal = journal();
        shell.file(
                "out/.mmaplab-grading",
                journal.get(0) + "\n" + journal.get(1) + "\n" + journal.get(2).substring(0, 40));
        Outcome rest = grade("--roster", "class.csv", "--out", "out");

        assertThat(rest.err()).contains("1 file had already been graded by a run that was stopped");
        assertThat(rest.out()).isEqualTo(whole.out());
        assertThat(shell.text("out/results.json")).isEqualTo(results);
    }

    /** The journal of a run that can't write its results: a head, and a line for each file. */
    private List<String> journal() throws IOException {
        Path blocked = Files.createDirectories(folder.resolve("blocked/results.json"));
        assertThat(grade("--roster", "class.csv", "--out", "blocked").code()).isEqualTo(64);
        return Files.readAllLines(blocked.resolveSibling(".mmaplab-grading"));
    }

    @Test
    void a_roster_is_not_written_over() {
        Outcome outcome = grade("--roster", "class.csv", "--out", ".");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("""
                        error: `--roster` names `class.csv`, and class.csv would overwrite it
                          = help: name another folder with `--out`
                        """);
        assertThat(shell.text("class.csv")).startsWith("id,name\ns1,Ada\n");
    }

    @Test
    void feedback_files_have_names_that_are_safe() {
        shell.file("class.csv", "id\n../../etc/passwd\n");
        shell.file("in/x.prediction.yaml", prediction("../../etc/passwd", "parent-sees: hello"));
        assertThat(grade("--roster", "class.csv", "--feedback-to", "told").code())
                .isEqualTo(1);
        assertThat(folder.resolve("told")).isDirectoryContaining("glob:**.feedback.txt");
        assertThat(folder.resolve("told").toFile().list()).allMatch(name -> name.matches("[A-Za-z0-9_.~-]+"));
    }

    @Test
    void what_can_not_be_done_is_said() {
        assertThat(shell.run("grade", "cow.exercise.yaml").err())
                .contains("`mmaplab grade` needs an exercise file and predictions");
        assertThat(grade("--due", "tomorrow").err()).contains("`--due` must be a date and time, not `tomorrow`");
        assertThat(grade("--late", "200%").err())
                .contains("`--late` must be flag, refuse, or a percentage for each day begun");
        assertThat(grade("--attempts", "lst").err()).contains("did you mean `last`?");
        assertThat(grade("--feedback", "all").err()).contains("`--feedback` must be one of score, parts, why, key");
        assertThat(shell.run("grade", "cow.exercise.yaml", "nowhere").err())
                .contains("there is no file or folder `nowhere`");
        assertThat(shell.run("grade", "class.csv", "in").code()).isEqualTo(2);
        Outcome nothing = shell.file("empty/notes.txt", "").run("grade", "cow.exercise.yaml", "empty");
        assertThat(nothing.code()).isEqualTo(3);
        assertThat(nothing.err()).contains("note: not graded, because it is not a prediction: notes.txt\n");
    }

    @Test
    void results_can_not_stand_in_the_place_of_a_file() {
        Outcome outcome = shell.file("out", "mine").run("grade", "cow.exercise.yaml", "in", "--out", "out");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("the folder `out` can't be made: a file of that name exists");
        assertThat(shell.text("out")).isEqualTo("mine");
    }

    @Test
    void a_regrade_shows_who_gains_and_who_loses() {
        shell.file("in/s1.prediction.yaml", prediction("s1", "parent-sees: hello, one-page: no"));
        shell.file("in/s2.prediction.yaml", prediction("s2", "parent-sees: hello, one-page: yes"));
        assertThat(grade("--roster", "class.csv", "--out", "out").code()).isZero();
        assertThat(shell.run("regrade", "out/results.json").out()).isEqualTo("0 gain, 0 lose, 3 unchanged\n");
        shell.file(
                "cow.exercise.yaml",
                EXERCISE.replace("points: 2", "points: 1")
                        .replace("sees: parent.p", "sees: { content-of: parent.p, points: 1.5 }"));
        Outcome changed = shell.run("regrade", "out/results.json", "--out", "again");
        assertThat(changed.out()).isEqualTo("""
                + s2: 1 of 3 -> 1.5 of 2.5 (parent-sees 1 -> 1.5)
                out of 3, now out of 2.5: `parent-sees` is worth 1.5, not 1; `one-page` is worth 1, not 2
                1 gain, 0 lose, 2 unchanged
                """);
        assertThat(shell.run("regrade", "again/results.json").out()).startsWith("0 gain, 0 lose");
    }

    @Test
    void results_of_another_secret_or_cut_in_the_middle_are_refused() {
        assertThat(grade("--roster", "class.csv", "--out", "out").code()).isZero();
        String results = shell.text("out/results.json");
        shell.file("cut.json", results.substring(0, results.length() / 2));
        Outcome cut = shell.run("regrade", "cut.json");
        assertThat(cut.code()).isEqualTo(64);
        assertThat(cut.err()).contains("cut.json:").contains("the text ends in the middle");
        shell.file("cow.exercise.secret", "another");
        assertThat(shell.run("regrade", "out/results.json").err())
                .contains("the variant secret is not the one that the class was graded with");
    }
}
