package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.gradebook.Classroom50Runner;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs within the platforms, in a folder that stands for theirs. */
class AutogradeTest {
    private static final String METADATA = """
            {"id": 7, "created_at": "CREATED", "assignment": {"due_date": "2026-12-01T12:00:00.000000+00:00",
             "late_due_date": null, "title": "Fork"},
             "users": [{"email": "s1@example.org", "id": 12, "name": "Ada"}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void upload() {
        shell = new Shell(folder)
                .file("cow.exercise.yaml", """
                exercise: Who sees a private write?
                grading: { feedback: parts }
                files: { data.txt: hello }
                processes:
                  parent: { p: { file: data.txt, sharing: private } }
                steps:
                  - fork: { parent: child }
                  - write: { child.p: HELLO }
                  - ask:
                      parent-sees: parent.p
                      one-page: { same-page: [parent.p, child.p], points: 2 }
                """)
                .file("auto/submission_metadata.json", METADATA.replace("CREATED", "2026-12-01T13:00:00+02:00"));
        handIn("s1", "parent-sees: hello, one-page: yes");
    }

    private void handIn(String student, String answers) {
        shell.file(
                "auto/submission/answers.yaml",
                "exercise: cow\nstudent: " + student + "\nanswers: { " + answers + " }\n");
    }

    private JsonFields gradescope() throws JsonException {
        Outcome outcome = shell.run("exercise", "autograde", "gradescope", "cow.exercise.yaml", "auto");
        assertThat(outcome.code()).isZero();
        return JsonText.object("results", shell.text("auto/results/results.json"));
    }

    private static String scores(JsonFields results) throws JsonException {
        StringBuilder scores = new StringBuilder();
        for (JsonFields test : results.objects("tests")) {
            scores.append(test.number("score").toPlainString()).append('/');
            scores.append(test.number("max_score").toPlainString()).append(' ');
        }
        return scores.toString();
    }

    @Test
    void gradescope_is_given_a_test_for_each_question() throws JsonException {
        JsonFields results = gradescope();
        assertThat(scores(results)).isEqualTo("1/1 0/2 ");
        assertThat(results.has("score")).isFalse();
        assertThat(results.object("extra_data").flag("late")).isFalse();
    }

    @Test
    void late_is_what_gradescope_says_and_never_the_clock() throws JsonException {
        shell.file("auto/submission_metadata.json", METADATA.replace("CREATED", "2026-12-01T12:00:01Z"));
        assertThat(gradescope().object("extra_data").flag("late")).isTrue();
    }

    @Test
    void who_hands_in_the_file_of_somebody_else_is_told_and_gets_no_points() throws JsonException {
        handIn("s2", "parent-sees: hello, one-page: no");
        JsonFields results = gradescope();
        assertThat(scores(results)).isEqualTo("0/3 ");
        assertThat(results.text("output")).contains("the student `s2`, but you are s1@example.org or s1 or 12");
    }

    @Test
    void whatever_is_there_gradescope_gets_a_result() throws IOException {
        handIn("[", "");
        assertThat(gradescope().text("output")).contains("answers.yaml:");
        shell.file("auto/submission/another.yaml", "");
        assertThat(gradescope().text("output")).contains("there are 2 YAML files in the submission");
        Files.delete(folder.resolve("auto/submission/another.yaml"));
        Files.delete(folder.resolve("auto/submission/answers.yaml"));
        Files.createSymbolicLink(folder.resolve("auto/submission/link.yaml"), folder.resolve("cow.exercise.yaml"));
        assertThat(gradescope().text("output")).contains("there is no YAML file");
        shell.file("auto/submission_metadata.json", "{");
        assertThat(gradescope().text("output")).contains("submission_metadata.json");
        shell.file("auto/submission_metadata.json", "null");
        assertThat(gradescope().text("output")).contains("submission_metadata.json: this is null");
        Files.delete(folder.resolve("auto/submission_metadata.json"));
        assertThat(gradescope().text("output")).contains("the submission can't be read");
    }

    private Shell inClassroom50(String owner) {
        return shell.with("CLASSROOM", "cs")
                .with("ASSIGNMENT", "week-3")
                .with("ASSIGNMENT_TYPE", "individual")
                .with("OWNER", owner)
                .with("SUBMISSION_TAG", "submit/2026-10-01T12-00-00Z-abc")
                .with("COMMIT_URL", "https://example.org/commit")
                .with("RELEASE_URL", "https://example.org/release");
    }

    private Outcome classroom50(String owner) {
        return inClassroom50(owner).run("exercise", "autograde", "classroom50", "cow.exercise.yaml", "auto");
    }

    @Test
    void classroom_50_takes_the_prediction_of_the_repository_and_of_nobody_else() throws Exception {
        shell.file("auto/.github/mmaplab/other.prediction.yaml", "");
        Files.move(
                folder.resolve("auto/submission/answers.yaml"), folder.resolve("auto/submission/s1.prediction.yaml"));
        shell.file("auto/mkdocs.yml", "site: mine\n").file("elsewhere.json", "precious\n");
        Files.createSymbolicLink(folder.resolve("auto/result.json"), folder.resolve("elsewhere.json"));
        assertThat(classroom50("S1")).isEqualTo(new Outcome(0, """
                | 1 of 3 points
                | parent-sees: right, 1 of 1
                | one-page: wrong, 0 of 2
                |   you answered: yes
                """, ""));
        assertThat(shell.text("elsewhere.json")).as("a link is not followed").isEqualTo("precious\n");
        String json = shell.text("auto/result.json");
        assertThat(Classroom50Runner.problem(json, "cs", "week-3", "s1")).isEmpty();
        assertThat(JsonText.object("r", json).count("score")).isEqualTo(100);
        assertThat(JsonText.object("r", json).text("review")).isEqualTo("https://example.org/commit");
        assertThat(classroom50("s2").out())
                .contains(
                        "the file names the student `s1`, but you are s2: hand in the file that came with your sheet");
        assertThat(JsonText.object("r", shell.text("auto/result.json")).count("score"))
                .isZero();
    }

    @Test
    void no_line_of_a_log_is_a_command() throws IOException {
        handIn("\"s\\u001b1\"", "");
        assertThat(classroom50("s1").out()).startsWith("| answers.yaml:").doesNotContain("\u001b");
    }

    @Test
    void classroom_50_gets_an_error_and_no_result_where_the_exercise_or_the_runner_fails() {
        Outcome unset = inClassroom50("s1")
                .with("SUBMISSION_TAG", "")
                .run("exercise", "autograde", "classroom50", "cow.exercise.yaml", "auto");
        assertThat(unset.code()).isEqualTo(64);
        assertThat(unset.err()).contains("the variable SUBMISSION_TAG is not set");
        shell.file("cow.exercise.yaml", "exercise: [");
        assertThat(classroom50("s1").code()).isEqualTo(2);
        assertThat(folder.resolve("auto/result.json")).doesNotExist();
    }

    @Test
    void one_prediction_is_graded_for_whatever_wraps_it() throws Exception {
        String file = "auto/submission/answers.yaml";
        Outcome json = shell.run("exercise", "autograde", "json", "cow.exercise.yaml", file, "--student", "s1");
        assertThat(json.code()).isZero();
        JsonFields grade = JsonText.object("grade", json.out());
        assertThat(grade.number("score")).isEqualByComparingTo("1");
        assertThat(grade.objects("parts")).hasSize(2);
        Outcome junit = shell.run("exercise", "autograde", "junit", "cow.exercise.yaml", "auto/submission");
        assertThat(junit.code()).isZero();
        assertThat(junit.out())
                .contains("<testsuite name=\"cow\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0\">")
                .contains("<property name=\"score\" value=\"1\"></property>", "message=\"0 of 2 points\"");
        Outcome other = shell.run("exercise", "autograde", "json", "cow.exercise.yaml", file, "--student", "s2");
        assertThat(other.code()).isZero();
        assertThat(JsonText.object("grade", other.out()).texts("problems").get(0))
                .contains("the student `s1`, but you are s2");
        assertThat(shell.run("exercise", "autograde", "json", "cow.exercise.yaml", file, "--student", " ")
                        .err())
                .contains("`--student` is empty");
        assertThat(shell.run("exercise", "autograde", "gradescope", "cow.exercise.yaml", "auto", "--student", "s1")
                        .err())
                .contains("`--student` is for json and junit, not for gradescope");
    }

    @Test
    void that_github_classroom_is_no_more_is_said() {
        for (String command : new String[] {"autograde", "package"}) {
            Outcome outcome = shell.run("exercise", command, "classroom", "cow.exercise.yaml", "auto");
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).contains("GitHub Classroom was retired on 28 August 2026", "write `classroom50`");
        }
    }

    private JsonFields prairieLearn(String data) throws JsonException {
        shell.file("auto/data/data.json", data);
        shell.file("auto/student/answers.prediction.yaml", shell.text("auto/submission/answers.yaml"));
        Outcome outcome = shell.run("exercise", "autograde", "prairielearn", "cow.exercise.yaml", "auto");
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        return JsonText.object("results", shell.text("auto/results/results.json"));
    }

    @Test
    void prairielearn_is_told_apart_what_is_wrong_from_what_can_not_be_read() throws JsonException {
        String data = "{\"params\": {\"student\": \"s1\", \"_required_file_names\": []}, \"variant_seed\": 5}";
        JsonFields graded = prairieLearn(data);
        assertThat(graded.flag("gradable")).isTrue();
        assertThat(graded.number("score").doubleValue()).isBetween(0.333, 0.334);
        handIn("[", "");
        JsonFields refused = prairieLearn(data);
        assertThat(refused.flag("gradable")).isFalse();
        assertThat(refused.texts("format_errors")).isNotEmpty();
    }

    @Test
    void prairielearn_takes_no_attempt_for_a_file_without_answers() throws JsonException {
        handIn("s1", "parent-sees: , one-page: ");
        JsonFields refused = prairieLearn("{\"params\": {\"student\": \"s1\"}}");
        assertThat(refused.flag("gradable")).isFalse();
        assertThat(refused.texts("format_errors"))
                .containsExactly("there are no answers yet: write them into the file, and save it");
    }

    @Test
    void prairielearn_grades_nothing_but_the_file_of_the_sheet_that_it_shows() throws JsonException {
        JsonFields refused = prairieLearn("{\"params\": {\"student\": \"s2\"}}");
        assertThat(refused.flag("gradable")).isFalse();
        assertThat(refused.has("score")).isFalse();
        assertThat(refused.texts("format_errors"))
                .containsExactly(
                        "answers.prediction.yaml:2:10: the file names the student `s1`, but you are s2: hand in"
                                + " the file that came with your sheet");
        for (String data :
                new String[] {"{\"params\": {}}", "{\"params\": {\"student\": \" \"}}", "{}", "{", "[]", "null"}) {
            JsonFields lost = prairieLearn(data);
            assertThat(lost.flag("gradable")).isFalse();
            assertThat(lost.texts("format_errors").get(0))
                    .startsWith("the student of this sheet is unknown: data.json");
            assertThat(lost.texts("format_errors").get(1)).contains("must set `params.student`");
        }
    }

    @Test
    void nobody_is_told_the_variant_of_somebody_else() throws JsonException {
        shell.file("cow.exercise.secret", "nobody guesses this secret")
                .file(
                        "cow.exercise.yaml",
                        shell.text("cow.exercise.yaml")
                                .replace("files:", "vary: { word: [HELLO, WORLD, PAGES] }\nfiles:")
                                .replace("child.p: HELLO", "child.p: <word>"));
        shell.run("exercise", "sheet", "cow.exercise.yaml", "--student", "s3", "--out", "sheets");
        String code = shell.text("sheets/s3.prediction.yaml").replaceAll("(?s).*variant: (\\S+).*", "$1");
        for (String variant : new String[] {"variant: AAAA-AAAA\n", ""}) {
            for (String student : new String[] {"s1", "s3"}) {
                shell.file(
                        "auto/submission/answers.yaml",
                        "exercise: cow\nstudent: s3\n" + variant + "answers: { parent-sees: hello }\n");
                String data = "{\"params\": {\"student\": \"" + student + "\"}}";
                String told = gradescope().text("output")
                        + String.join("\n", prairieLearn(data).texts("format_errors"))
                        + shell.run(
                                        "exercise",
                                        "autograde",
                                        "json",
                                        "cow.exercise.yaml",
                                        "--student",
                                        student,
                                        "auto/submission")
                                .out();
                assertThat(told)
                        .doesNotContain(code)
                        .contains(
                                student.equals("s1")
                                        ? "the file names the student `s3`, but you are s1"
                                        : variant.isEmpty()
                                                ? "there is no `variant:`, and the exercise varies"
                                                : "which is not the variant of `s3`");
            }
        }
    }

    @Test
    void what_a_mac_puts_into_an_archive_is_no_second_prediction() throws JsonException {
        shell.file("auto/submission/__MACOSX/answers.yaml", "").file("auto/submission/._answers.yaml", "");
        assertThat(scores(gradescope())).isEqualTo("1/1 0/2 ");
    }

    @Test
    void what_can_not_be_done_is_said() {
        for (String platform : new String[] {"gradescope", "prairielearn"}) {
            Outcome outcome = shell.run("exercise", "autograde", platform, "cow.exercise.yaml", "nowhere");
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).contains("there is no folder `nowhere`", "name the folder where " + platform);
            assertThat(folder.resolve("nowhere")).doesNotExist();
        }
        assertThat(shell.run("exercise", "autograde", "blackboard", "cow.exercise.yaml", "x")
                        .err())
                .contains("the platforms are gradescope, classroom50, prairielearn, json and junit");
    }
}
