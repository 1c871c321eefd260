package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What grading takes in: hostile, unlucky and misnamed files, and what a run that was stopped has left. */
class GradeIntakeTest {
    private static final String EXERCISE = """
            exercise: Who sees a private write?
            vary:
              word: [HELLO, WORLD, PAGES]
            grading: { feedback: parts }
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

    private static final Pattern CODE = Pattern.compile("variant: (\\S+)");

    private static final String RIGHT = "parent-sees: hello, one-page: no";

    private static final String WRONG = "parent-sees: HULLO, one-page: yes";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void handOut() {
        shell = new Shell(folder)
                .file("cow.exercise.yaml", EXERCISE)
                .file("cow.exercise.secret", "nobody guesses this secret")
                .file("class.csv", "id,name,group\ns1,Ada,\ns2,\"Hopper, Grace\",\ns3,Linus,\n");
        sheets();
    }

    private void sheets() {
        shell.run("exercise", "sheet", "cow.exercise.yaml", "--roster", "class.csv", "--out", "sheets");
    }

    private String prediction(String student, String answers) {
        Matcher code = CODE.matcher(shell.text("sheets/" + student + ".prediction.yaml"));
        assertThat(code.find()).isTrue();
        return "exercise: cow\nstudent: " + student + "\n" + code.group() + "\nanswers: { " + answers + " }\n";
    }

    private Outcome grade(String... more) {
        List<String> words = new ArrayList<>(List.of("grade", "cow.exercise.yaml", "-q"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private Outcome gradeClass(String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--roster", "class.csv"));
        return grade(words.toArray(String[]::new));
    }

    private void handIn(String place, String student, String answers) {
        shell.file(place, prediction(student, answers));
    }

    private static void at(Path file, String moment) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(moment)));
    }

    @Test
    void files_of_one_name_in_several_folders_are_all_graded() {
        for (String student : new String[] {"s1", "s2", "s3"}) {
            handIn("per/" + student + "/answers.prediction.yaml", student, RIGHT);
        }
        String expected = "✓ s1: 3 of 3 (2 right)\n✓ s2: 3 of 3 (2 right)\n✓ s3: 3 of 3 (2 right)\n3 graded\n";
        assertThat(gradeClass("per")).isEqualTo(new Outcome(0, expected, ""));
        assertThat(gradeClass("per/s1", "per/s2", "per/s3")).isEqualTo(new Outcome(0, expected, ""));
        assertThat(gradeClass(
                        "per/s1/answers.prediction.yaml",
                        "per/s2/answers.prediction.yaml",
                        "per/s3/answers.prediction.yaml"))
                .isEqualTo(new Outcome(0, expected, ""));
    }

    @Test
    void a_file_that_is_named_twice_is_one() throws IOException {
        handIn("per/s1/answers.prediction.yaml", "s1", RIGHT);
        Files.createSymbolicLink(folder.resolve("same"), Path.of("per"));
        Outcome outcome = grade("per", "per/s1", "./per/s1/answers.prediction.yaml", "same/", "--out", "out");
        assertThat(outcome.out()).as("the feedback of one file").startsWith("3 of 3 points\n");
        assertThat(shell.text("out/results.json")).contains("\"file\":\"s1/answers.prediction.yaml\"");
    }

    @Test
    void the_best_of_two_rounds_is_found_in_the_folder_of_either() throws IOException {
        handIn("mon/s1.prediction.yaml", "s1", RIGHT);
        handIn("fri/s1.prediction.yaml", "s1", WRONG);
        at(folder.resolve("mon/s1.prediction.yaml"), "2026-11-02T12:00:00Z");
        at(folder.resolve("fri/s1.prediction.yaml"), "2026-11-06T12:00:00Z");
        assertThat(grade("mon", "fri", "--attempts", "best").out()).isEqualTo("""
                        ✓ s1: 3 of 3 (2 right)
                            s1 handed in 2 files: mon/s1.prediction.yaml counts, not fri/s1.prediction.yaml
                        1 graded
                        """);
        assertThat(grade("mon", "fri").out()).contains("fri/s1.prediction.yaml counts, not mon/s1.prediction.yaml");
        shell.file("times.csv", """
                file,submitted
                mon/s1.prediction.yaml,2026-11-07T12:00:00Z
                fri/s1.prediction.yaml,2026-11-06T12:00:00Z
                """);
        assertThat(grade("mon", "fri", "--times", "times.csv").out()).contains("mon/s1.prediction.yaml counts");
    }

    @Test
    void names_that_differ_in_their_bytes_alone_are_two_names() throws IOException {
        handIn("in/a\\x.prediction.yaml", "s1", RIGHT);
        handIn("in/a/x.prediction.yaml", "s2", RIGHT);
        handIn("in/\u00e4.prediction.yaml", "s3", WRONG);
        handIn("in/a\u0308.prediction.yaml", "s3", RIGHT);
        Outcome outcome = gradeClass("in", "--out", "out");
        assertThat(outcome.out()).endsWith("3 graded\n").contains("s3 handed in 2 files");
        assertThat(shell.text("out/results.json"))
                .contains("\"a\\\\x.prediction.yaml\"", "\"a/x.prediction.yaml\"", "\"\\u00E4.prediction.yaml\"");
    }

    @Test
    void a_link_among_what_was_handed_in_is_not_followed() throws IOException {
        shell.file("secret.txt", "root:*:20228:0");
        handIn("clones/s1/s1.prediction.yaml", "s1", RIGHT);
        handIn("elsewhere/s2.prediction.yaml", "s2", RIGHT);
        Files.createDirectories(folder.resolve("clones/s3"));
        Files.createSymbolicLink(folder.resolve("clones/s3/s3.prediction.yaml"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("clones/s3/all"), folder.resolve("elsewhere"));
        Outcome outcome = gradeClass("clones", "--feedback-to", "told");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("""
                error: not graded: s3/s3.prediction.yaml is a symbolic link, and links are not followed
                note: a symbolic link is not followed: s3/all
                """);
        assertThat(outcome.out()).endsWith("1 graded, 2 missing\n");
        assertThat(shell.text("told/s3.feedback.txt")).doesNotContain("root");
        Outcome named = gradeClass("clones/s3/s3.prediction.yaml", "clones/s3/all", "clones/s1");
        assertThat(named.code()).isEqualTo(1);
        assertThat(named.err())
                .contains("`clones/s3/s3.prediction.yaml` is a symbolic link, and links are not followed")
                .contains("`clones/s3/all` is a symbolic link, and links are not followed: name its target, or write"
                        + " `clones/s3/all/`");
        assertThat(named.out()).endsWith("1 graded, 2 missing\n");
    }

    @Test
    void nothing_but_regular_files_is_opened() throws Exception {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        for (String name : List.of("in/s2.prediction.yaml", "in/s3.yml")) {
            String fifo = folder.resolve(name).toString();
            assertThat(new ProcessBuilder("mkfifo", fifo).start().waitFor()).isZero();
        }
        Outcome outcome = gradeClass("in");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("""
                error: not graded: s2.prediction.yaml is not a regular file: it is not opened
                note: not graded, because it is not a prediction: s3.yml
                """);
        assertThat(gradeClass("in/s1.prediction.yaml", "in/s3.yml").code()).isEqualTo(1);
    }

    @Test
    void a_folder_that_can_not_be_read_is_told_by_the_exit_code() throws IOException {
        handIn("in/s1/s1.prediction.yaml", "s1", RIGHT);
        handIn("in/s2/s2.prediction.yaml", "s2", RIGHT);
        Path locked = folder.resolve("in/s2");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(locked), "root can read everything");
            Outcome outcome = gradeClass("in");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err()).isEqualTo("error: not graded: s2 can't be read: permission denied\n");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void hidden_folders_are_not_looked_into() {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        handIn("in/.git/s2.prediction.yaml", "s2", RIGHT);
        shell.file("in/__MACOSX/s3.prediction.yaml", "").file("in/._s3.prediction.yaml", "");
        assertThat(grade("in"))
                .isEqualTo(new Outcome(0, "3 of 3 points\nparent-sees: right, 1 of 1\none-page: right, 2 of 2\n", ""));
    }

    @Test
    void files_under_changed_names_are_graded_and_named() {
        handIn("in/s1.prediction-1.yaml", "s1", RIGHT);
        handIn("in/s2.prediction (1).yml", "s2", RIGHT);
        handIn("in/notes.yaml", "s3", RIGHT);
        shell.file("in/readme.md", "").file("in/config.yaml", "site: mine\n");
        shell.file("in/cow.exercise.yaml", EXERCISE);
        Outcome outcome = gradeClass("in");
        assertThat(outcome.out()).endsWith("3 graded\n");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("note: graded, although not named *.prediction.yaml: ")
                        .contains("s1.prediction-1.yaml", "s2.prediction (1).yml", "notes.yaml"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("note: not graded, because they are not predictions: ")
                        .contains("readme.md", "config.yaml", "cow.exercise.yaml"));
        shell.file("broken/s1.prediction.yaml.txt", "exercise: [");
        Outcome broken = gradeClass("broken");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).contains("! s1: could not be graded\n    s1.prediction.yaml.txt:1:12: error[E0109]");
    }

    @Test
    void a_resubmission_as_canvas_names_it_is_the_same_students() throws IOException {
        handIn("in/lovelaceada_12_3456_s1.prediction.yaml", "s1", WRONG);
        handIn("in/lovelaceada_LATE_12_3457_s1.prediction-1.yaml", "s1", RIGHT);
        at(folder.resolve("in/lovelaceada_12_3456_s1.prediction.yaml"), "2026-11-02T12:00:00Z");
        shell.file("in/hoppergrace_13_3458_s2.prediction.yaml", prediction("s1", WRONG));
        Outcome outcome = gradeClass("in");
        assertThat(outcome.out())
                .contains("✓ s1: 3 of 3")
                .contains("s1 handed in 2 files: lovelaceada_LATE_12_3457_s1.prediction-1.yaml counts, not")
                .contains("! s2: could not be graded\n    hoppergrace_13_3458_s2.prediction.yaml: the file says"
                        + " `student: s1`, but its name or folder is that of `s2`");
    }

    @Test
    void nobody_replaces_what_another_student_handed_in() throws IOException {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        shell.file("in/s3.prediction.yaml", prediction("s1", WRONG));
        shell.file("in/s2/answers.prediction.yaml", prediction("s1", WRONG));
        at(folder.resolve("in/s1.prediction.yaml"), "2026-11-02T12:00:00Z");
        Outcome outcome = gradeClass("in", "--feedback-to", "told", "--out", "out");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("! s3: could not be graded\n    s3.prediction.yaml: the file says `student: s1`, but its"
                        + " name or folder is that of `s3`: it counts for neither; hand in the file that came with"
                        + " your own sheet")
                .contains("! s2: could not be graded\n    s2/answers.prediction.yaml: the file says `student: s1`")
                .endsWith("1 graded, 2 not gradable\n");
        assertThat(shell.text("told/s1.feedback.txt")).startsWith("cow, s1\n3 of 3 points\n");
        assertThat(shell.text("out/results.json")).contains("\"status\":\"wrong-student\"");
        assertThat(shell.run("regrade", "out/results.json").out()).isEqualTo("0 gain, 0 lose, 3 unchanged\n");
        handIn("in/s3.prediction-1.yaml", "s3", RIGHT);
        handIn("in/s2.prediction.yaml", "s2", RIGHT);
        Outcome both = gradeClass("in");
        assertThat(both.out()).endsWith("3 graded\n").contains("s3.prediction.yaml: the file says `student: s1`");
        assertThat(both.code()).as("somebody has to look at it").isEqualTo(1);
        Outcome one = gradeClass("in", "--student", "s1");
        assertThat(one.out()).startsWith("✓ s1: 3 of 3");
    }

    @Test
    void a_clone_of_a_repository_tells_whose_it_is() {
        handIn("clones/week-3-s1/answers.prediction.yaml", "s1", RIGHT);
        shell.file("clones/week-3-s2/answers.prediction.yaml", prediction("s1", WRONG));
        assertThat(gradeClass("clones").out())
                .contains("✓ s1: 3 of 3")
                .contains("! s2: could not be graded\n    week-3-s2/answers.prediction.yaml: the file says");
        shell.file("class.csv", "id\n1\n2\n");
        sheets();
        handIn("round-1/answers.prediction.yaml", "2", RIGHT);
        assertThat(gradeClass("round-1").out())
                .as("a number is that of the round")
                .contains("✓ 2: 3 of 3");
    }

    @Test
    void members_of_a_group_hand_in_each_others_file() {
        shell.file("class.csv", "id,group\ns1,a\ns2,a\ns3,b\n");
        sheets();
        shell.file("in/s2.prediction.yaml", prediction("s1", RIGHT));
        handIn("in/s3.prediction.yaml", "s3", RIGHT);
        assertThat(gradeClass("in")).isEqualTo(new Outcome(0, """
                ✓ s1: 3 of 3 (2 right)
                ✓ s2: 3 of 3 (2 right)
                ✓ s3: 3 of 3 (2 right)
                3 graded
                """, ""));
        assertThat(gradeClass("in", "--student", "s1").out()).contains("✓ s1: 3 of 3");
    }

    @Test
    void an_id_in_another_case_is_told_with_what_was_meant() {
        shell.file("in/x.prediction.yaml", prediction("s1", RIGHT).replace("student: s1", "student: S1"));
        Outcome outcome = gradeClass("in");
        assertThat(outcome.out()).contains("? x.prediction.yaml: `S1` is not on the roster: did you mean `s1`?\n");
        assertThat(gradeClass("in", "--student", "S2").err()).contains("did you mean `s2`?");
    }

    /** The journal of a run that can't write its results: a head, and a line for each file. */
    private List<String> journal(String... words) throws IOException {
        Files.createDirectories(folder.resolve("blocked/results.json"));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--out", "blocked"));
        assertThat(gradeClass(all.toArray(String[]::new)).code()).isEqualTo(64);
        List<String> journal = Files.readAllLines(folder.resolve("blocked/.mmaplab-grading"));
        Files.delete(folder.resolve("blocked/results.json"));
        return journal;
    }

    private JsonFields student(String id) throws IOException {
        for (JsonFields student :
                JsonText.object("results", shell.text("blocked/results.json")).objects("students")) {
            if (student.text("student").equals(id)) {
                return student;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void a_table_of_times_that_was_corrected_holds_for_files_that_were_graded_before() throws IOException {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        shell.file("times.csv", "file,submitted\ns1.prediction.yaml,2026-11-01T12:00:00Z\n");
        String[] words = {"in", "--times", "times.csv", "--due", "2026-12-01T00:00:00Z", "--late", "refuse"};
        assertThat(journal(words)).hasSize(2);
        shell.file("times.csv", "file,submitted\ns1.prediction.yaml,2026-12-24T12:00:00Z\n");
        List<String> again = new ArrayList<>(List.of(words));
        again.addAll(List.of("--out", "blocked"));
        assertThat(gradeClass(again.toArray(String[]::new)).out())
                .contains("! s1: could not be graded: handed in 23 days late");
    }

    @Test
    void a_roster_that_was_corrected_holds_for_files_that_were_graded_before() throws IOException {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        journal("in");
        shell.file("class.csv", "id,group\ns1,g2\ns2,\ns3,\n");
        Outcome outcome = gradeClass("in", "--out", "blocked");
        sheets();
        boolean same = prediction("s1", RIGHT).equals(shell.text("in/s1.prediction.yaml"));
        assertThat(same)
                .as("the group has another variant than the student had")
                .isFalse();
        assertThat(outcome.out()).contains("! s1: could not be graded", "which is not the variant of `s1`");
    }

    @Test
    void what_is_not_handed_in_any_more_does_not_count() throws IOException {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        handIn("in/s2.prediction.yaml", "s2", RIGHT);
        assertThat(journal("in")).hasSize(3);
        Files.delete(folder.resolve("in/s2.prediction.yaml"));
        handIn("in/s1.prediction.yaml", "s1", WRONG);
        Outcome outcome = gradeClass("in", "--out", "blocked");
        assertThat(outcome.out())
                .isEqualTo("- s2: nothing was handed in\n- s3: nothing was handed in\n1 graded, 2 missing\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(student("s1").object("points").number("earned")).isZero();
        Files.delete(folder.resolve("blocked/results.json"));
        journal("in");
        handIn("other/s3.prediction.yaml", "s3", RIGHT);
        assertThat(gradeClass("other", "--out", "blocked").out())
                .as("another folder")
                .endsWith("1 graded, 2 missing\n");
    }

    @Test
    void a_line_of_a_journal_that_is_damaged_is_not_believed() throws IOException {
        handIn("in/s1.prediction.yaml", "s1", WRONG);
        handIn("in/s2.prediction.yaml", "s2", RIGHT);
        List<String> journal = journal("in");
        assertThat(journal.get(1)).contains("one-page");
        shell.file(
                "blocked/.mmaplab-grading",
                journal.get(0) + "\n" + journal.get(1).replace("one-page", "two-page") + "\n\u00e4\n{}\n"
                        + journal.get(2) + "\n");
        Outcome outcome = gradeClass("in", "--out", "blocked");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEqualTo("""
                note: in the journal of the run that was stopped, 3 lines are damaged: these files are graded again
                1 file had already been graded by a run that was stopped; this run continues it
                """);
        assertThat(student("s1").object("points").number("earned")).isZero();
        assertThat(shell.text("blocked/results.json")).doesNotContain("two-page");
    }

    @Test
    void two_graders_do_not_write_into_one_folder() throws IOException {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        Path journal = Files.createDirectories(folder.resolve("out")).resolve(".mmaplab-grading");
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
            file.getChannel().lock();
            Outcome outcome = gradeClass("in", "--out", "out");
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).contains("error: another mmaplab is writing to `out`");
        }
        assertThat(gradeClass("in", "--out", "out").code()).isZero();
        assertThat(folder.resolve("out/.mmaplab-grading")).doesNotExist();
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
            file.getChannel().lock();
            Outcome outcome = shell.run("regrade", "out/results.json", "--out", "out");
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).contains("error: another mmaplab is writing to `out`");
        }
        assertThat(shell.run("regrade", "out/results.json", "--out", "out").code())
                .isZero();
        assertThat(folder.resolve("out/.mmaplab-grading")).doesNotExist();
    }

    @Test
    void bytes_that_are_no_text_are_no_names_of_other_files() throws Exception {
        handIn("plain.prediction.yaml", "s1", RIGHT);
        handIn("other.prediction.yaml", "s2", RIGHT);
        String[] shellWords = {
            "sh",
            "-c",
            "mkdir in && cp plain* \"in/$(printf 'x\\344').prediction.yaml\""
                    + " && cp other* \"in/$(printf 'x\\366').prediction.yaml\""
        };
        assertThat(new ProcessBuilder(shellWords)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
        Outcome outcome = gradeClass("in", "--out", "out");
        assertThat(outcome.out()).endsWith("2 graded, 1 missing\n");
        assertThat(new String(Files.readAllBytes(folder.resolve("out/results.json")), StandardCharsets.US_ASCII))
                .contains("x%E4.prediction.yaml", "x%F6.prediction.yaml");
    }

    @Test
    void a_regrade_grades_the_variant_on_record() throws IOException {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        handIn("in/s2.prediction.yaml", "s2", RIGHT);
        handIn("in/s3.prediction.yaml", "s3", RIGHT);
        assertThat(gradeClass("in", "--out", "out").code()).isZero();
        String before = shell.text("out/results.json");
        // with more values most students would draw another one
        shell.file("cow.exercise.yaml", EXERCISE.replace("PAGES]", "PAGES, STACK, TEXTS, HEAPS, BYTES]"));
        assertThat(shell.run("regrade", "out/results.json", "--out", "again").out())
                .isEqualTo("0 gain, 0 lose, 3 unchanged\n");
        for (Matcher word = Pattern.compile("\"word\":\"\\w+\"").matcher(before); word.find(); ) {
            assertThat(shell.text("again/results.json")).contains(word.group());
        }
        assertThat(shell.text("again/results.json")).doesNotContain("STACK", "TEXTS", "HEAPS", "BYTES");
        for (String vary :
                new String[] {"word: [STACK]", "word: [HELLO, WORLD, PAGES]\n  other: [x, y]", "term: [a]"}) {
            shell.file(
                    "cow.exercise.yaml",
                    EXERCISE.replace("word: [HELLO, WORLD, PAGES]", vary)
                            .replace("<word>", vary.startsWith("term") ? "<term>" : "<word>"));
            Outcome refused = shell.run("regrade", "out/results.json", "--keep-better", "--out", "not");
            assertThat(refused.code()).isEqualTo(64);
            assertThat(refused.err())
                    .contains("error: the exercise no longer has the variants of these students: s1 (")
                    .contains(vary.contains("other") ? "other was added" : " was removed")
                    .contains("  = help: restore the parameters and values that `vary` had");
            assertThat(folder.resolve("not/results.json")).doesNotExist();
        }
    }

    @Test
    void numbers_without_end_in_results_are_refused() {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        gradeClass("in", "--out", "out");
        String results = shell.text("out/results.json");
        assertThat(results).contains("\"share\":1,");
        for (String number : new String[] {"1E-99999999", "1E99999999", "9".repeat(500)}) {
            shell.file("bad.json", results.replace("\"share\":1,", "\"share\":" + number + ","));
            Outcome outcome = shell.run("regrade", "bad.json");
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).contains("`share` must be a number of at most 400 digits");
        }
        shell.file("bad.json", "null");
        assertThat(shell.run("regrade", "bad.json").err()).contains("this is not a results file");
    }

    @Test
    void a_table_of_times_that_does_not_match_the_files_is_told() {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        handIn("in/s2.prediction.yaml", "s2", RIGHT);
        shell.file("times.csv", """
                file,submitted
                s1.prediction.yaml,2026-12-24T12:00:00Z
                in/s2.prediction.yaml,2026-12-24T12:00:00Z
                """);
        String told = """
                warning: `--times` has no row for this file, which counts as on time: s2.prediction.yaml
                warning: `--times` names a file that does not exist: in/s2.prediction.yaml
                """;
        Outcome outcome = gradeClass("in", "--times", "times.csv");
        assertThat(outcome.err()).isEqualTo(told);
        assertThat(outcome.code()).isZero();
        Outcome due = gradeClass("in", "--times", "times.csv", "--due", "2026-12-01T00:00:00Z", "--late", "10%");
        assertThat(due.err()).isEqualTo(told);
        assertThat(due.code()).as("who is late is not known of all").isEqualTo(1);
    }

    @Test
    void results_of_another_exercise_are_not_written_over() {
        handIn("in/s1.prediction.yaml", "s1", RIGHT);
        gradeClass("in", "--out", "out");
        shell.file("calf.exercise.yaml", EXERCISE);
        shell.run("exercise", "sheet", "calf.exercise.yaml", "--student", "s1", "--out", "calves");
        Outcome outcome = shell.run("grade", "calf.exercise.yaml", "calves", "--out", "out");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("""
                        error: `out` has the results of the exercise `cow`, which would be overwritten
                          = help: give each exercise a folder of its own with `--out`
                        """);
        assertThat(shell.text("out/results.json")).contains("\"id\":\"cow\"");
        assertThat(gradeClass("in", "--out", "out").code())
                .as("those of the same exercise are")
                .isZero();
    }
}
