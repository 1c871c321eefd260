package io.github.mmaplab.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.model.Feedback;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each result is read as the platform reads it. */
class PlatformResultsTest {
    private static final String KEY_OF_SEEN = "SEEN5";

    private static final Assignment ASSIGNMENT = Exercises.assignment("""
            exercise: A sample
            grading: { feedback: why, follow-through: 0.5 }
            files: { data.txt: hello }
            processes:
              alice: { p: { file: data.txt, sharing: shared } }
            steps:
              - write: { alice.p: SEEN5 }
              - ask:
                  seen: { content-of: alice.p, points: 0.25 }
                  long: { size-of: data.txt, points: 2 }
            """);

    private static Submission submission(String answers) {
        String file = "exercise: sample\nstudent: s1\nanswers: " + answers + "\n";
        return new SubmissionGrader(ASSIGNMENT, new Roster(List.of()))
                .grade(file.getBytes(StandardCharsets.UTF_8), "s1.prediction.yaml", Optional.empty());
    }

    private static final Submission HALF = submission("{ seen: hello, long: 5 }");
    private static final Graded GRADED = HALF.graded().orElseThrow();
    private static final AnswerKey KEY = ASSIGNMENT.key(HALF.variant());

    private static JsonFields gradescope(Feedback level) throws Exception {
        return JsonText.object("r", new Gradescope("abc", "1.0").graded(HALF, GRADED, KEY, level, true));
    }

    private static BigDecimal sum(List<JsonFields> tests, String field) throws Exception {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonFields test : tests) {
            sum = sum.add(test.number(field));
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void gradescope_adds_the_tests_up_to_the_points(Feedback level) throws Exception {
        JsonFields result = gradescope(level);
        assertThat(result.has("score"))
                .as("a score at the top would override the tests")
                .isFalse();
        assertThat(sum(result.objects("tests"), "score")).isEqualByComparingTo("2");
        assertThat(sum(result.objects("tests"), "max_score")).isEqualByComparingTo("2.25");
        for (JsonFields test : result.objects("tests")) {
            assertThat(test.number("score").scale()).isLessThanOrEqualTo(2);
            assertThat(test.text("status")).isIn("passed", "failed");
        }
        assertThat(result.object("extra_data").text("exercise_sha256")).isEqualTo("abc");
        assertThat(result.object("extra_data").text("variant")).isEqualTo(HALF.code());
    }

    @Test
    void at_the_level_score_no_platform_tells_more_than_points() throws Exception {
        JsonFields result = gradescope(Feedback.SCORE);
        assertThat(result.objects("tests")).hasSize(1);
        assertThat(result.text("output")).startsWith("late: ").doesNotContain("\n");
        List<String> all = List.of(
                result.values().toString(),
                PrairieLearn.graded(List.of(), GRADED, KEY, Feedback.SCORE),
                CLASSROOM_50.graded(HALF, GRADED, KEY, Feedback.SCORE),
                new GradeJson(ASSIGNMENT, "1.0").graded(HALF, GRADED, KEY, Feedback.SCORE),
                new GradeJUnit(ASSIGNMENT).graded(HALF, GRADED, KEY, Feedback.SCORE));
        assertThat(all).allSatisfy(text -> assertThat(text).doesNotContain("seen", "long", KEY_OF_SEEN, "wrong"));
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_that_cannot_be_read_is_told_at_every_level(Feedback level) throws Exception {
        Submission submission = submission("{ seen: “HELLO WORLD”, long: \"5 apples\" }");
        Graded graded = submission.graded().orElseThrow();
        List<String> all = List.of(
                new Gradescope("abc", "1.0").graded(submission, graded, KEY, level, false),
                PrairieLearn.graded(List.of(), graded, KEY, level),
                CLASSROOM_50.graded(submission, graded, KEY, level));
        assertThat(all)
                .allSatisfy(text -> assertThat(text)
                        .contains(
                                "you answered: \\\"5 apples\\\"",
                                "this is not an answer to the question: write a number of bytes",
                                "you answered: \\u201CHELLO WORLD\\u201D",
                                "is too long for text: 11 bytes, not 5"));
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_answer_is_told_where_it_is_said_to_be_wrong(Feedback level) throws Exception {
        List<String> all = List.of(
                gradescope(level).values().toString(),
                PrairieLearn.graded(List.of(), GRADED, KEY, level),
                CLASSROOM_50.graded(HALF, GRADED, KEY, level));
        assertThat(all)
                .allSatisfy(text ->
                        assertThat(text.contains("you answered: hello")).isEqualTo(level.tells(Feedback.PARTS)));
    }

    @ParameterizedTest
    @EnumSource
    void the_right_answer_is_told_at_the_level_key_only(Feedback level) throws Exception {
        List<String> all = List.of(
                gradescope(level).values().toString(),
                PrairieLearn.graded(List.of(), GRADED, KEY, level),
                CLASSROOM_50.graded(HALF, GRADED, KEY, level),
                new GradeJson(ASSIGNMENT, "1.0").graded(HALF, GRADED, KEY, level),
                new GradeJUnit(ASSIGNMENT).graded(HALF, GRADED, KEY, level));
        assertThat(all)
                .allSatisfy(text -> assertThat(text.contains(KEY_OF_SEEN)).isEqualTo(level == Feedback.KEY));
    }

    @Test
    void gradescope_shows_what_decides_a_wrong_answer() throws Exception {
        JsonFields wrong = gradescope(Feedback.WHY).objects("tests").get(0);
        assertThat(wrong.text("status")).isEqualTo("failed");
        assertThat(wrong.text("output")).contains("what decides: ", "step 1");
    }

    @Test
    void a_late_submission_is_said_to_be_late_and_no_other() throws Exception {
        String late = "late: handed in after the due date; the settings in Gradescope decide what that costs";
        Gradescope gradescope = new Gradescope("abc", "1.0");
        for (boolean isLate : new boolean[] {true, false}) {
            String graded = gradescope.graded(HALF, GRADED, KEY, Feedback.WHY, isLate);
            String refused = gradescope.refused(List.of("no file"), GRADED.worth(), isLate);
            for (String json : List.of(graded, refused)) {
                assertThat(JsonText.object("r", json).text("output").startsWith(late))
                        .isEqualTo(isLate);
            }
        }
    }

    @Test
    void where_we_fail_the_student_is_told_whose_fault_it_is() throws Exception {
        JsonFields gradescope = JsonText.object("r", new Gradescope("abc", "1.0").broken(GRADED.worth()));
        assertThat(sum(gradescope.objects("tests"), "score")).isZero();
        assertThat(sum(gradescope.objects("tests"), "max_score")).isEqualByComparingTo("2.25");
        assertThat(gradescope.text("output")).contains("This is not your fault", "Tell your instructor");
        JsonFields prairieLearn = JsonText.object("r", PrairieLearn.broken());
        assertThat(prairieLearn.flag("gradable")).isFalse();
        assertThat(prairieLearn.texts("format_errors").get(0)).contains("This is not your fault");
    }

    @Test
    void an_unreadable_file_is_a_failed_test_with_the_reason() throws Exception {
        Submission bad = submission("[");
        JsonFields result =
                JsonText.object("r", new Gradescope("abc", "1.0").refused(bad.problems(), GRADED.worth(), false));
        assertThat(sum(result.objects("tests"), "score")).isZero();
        assertThat(result.text("output")).contains("s1.prediction.yaml");
    }

    @Test
    void a_group_is_its_member_of_the_lowest_number_and_late_by_the_time_of_the_submission() throws Exception {
        String metadata = """
                {"id": 1, "created_at": "2026-10-02T00:00:01.000000-07:00",
                 "assignment": {"due_date": "2026-10-02T00:00:00.000000-07:00", "late_due_date": null},
                 "users": [{"email": "b@x.edu", "id": 30, "name": "B"}, {"email": "S1@x.edu", "id": 9, "name": "A"}]}
                """;
        GradescopeMetadata read = GradescopeMetadata.read(metadata.getBytes(StandardCharsets.UTF_8));
        assertThat(read.late()).isTrue();
        assertThat(read.owner().isOf("9")).isTrue();
        assertThat(read.owner().isOf("30")).isFalse();
        assertThat(GradescopeMetadata.read(
                                metadata.replace("00:00:01", "00:00:00").getBytes(StandardCharsets.UTF_8))
                        .late())
                .as("handed in at the very due date")
                .isFalse();
    }

    private static GradescopeMetadata metadata(String users) throws Exception {
        return GradescopeMetadata.read("""
                {"id": 1, "created_at": "2026-08-01T14:22:32.365935-07:00",
                 "assignment": {"due_date": "2026-07-31T23:00:00.000000-07:00", "late_due_date": null},
                 "users": [%s]}
                """.formatted(users).getBytes(StandardCharsets.UTF_8));
    }

    private static String due(int id, String date) {
        return "{\"id\": " + id + ", \"email\": \"s@x.edu\", \"assignment\": {\"due_date\": " + date + "}}";
    }

    @Test
    void an_extension_of_one_student_counts_and_of_a_group_the_latest() throws Exception {
        String earlier = "\"2026-08-01T14:00:00.000000-07:00\"";
        String later = "\"2026-08-05T23:00:00.000000-07:00\"";
        assertThat(metadata(due(1, later)).late()).isFalse();
        assertThat(metadata(due(1, earlier)).late()).isTrue();
        assertThat(metadata(due(1, "null")).late()).as("the course's due date").isTrue();
        assertThat(metadata(due(1, earlier) + "," + due(2, later)).late()).isFalse();
        assertThat(metadata(due(1, earlier) + "," + due(2, earlier)).late()).isTrue();
    }

    @Test
    void a_student_is_known_by_the_id_in_the_institutions_records() throws Exception {
        Owner owner = metadata("{\"id\": 1234, \"email\": \"ada@x.edu\", \"sid\": \"s1\"}")
                .owner();
        assertThat(owner.names()).containsExactly("ada@x.edu", "ada", "s1", "1234");
        assertThat(metadata("{\"id\": 1234, \"email\": \"ada@x.edu\", \"sid\": null}")
                        .owner()
                        .names())
                .containsExactly("ada@x.edu", "ada", "1234");
    }

    private static final Classroom50 CLASSROOM_50 = new Classroom50(
            new Classroom50.Run(
                    "cs", "week-3", "individual", "octocat", "submit/1", "https://c", "https://r", "https://d"),
            ASSIGNMENT.worth(),
            Instant.parse("2026-10-02T00:00:01.5Z"));

    private static JsonFields classroom50(String json) throws Exception {
        assertThat(Classroom50Runner.problem(json, "cs", "week-3", "Octocat")).isEmpty();
        return JsonText.object("r", json);
    }

    @ParameterizedTest
    @EnumSource
    void classroom_50_gets_hundredths_of_points(Feedback level) throws Exception {
        JsonFields result = classroom50(CLASSROOM_50.graded(HALF, GRADED, KEY, level));
        assertThat(result.count("score")).isEqualTo(200);
        assertThat(result.count("max-score")).isEqualTo(225);
        assertThat(sum(result.objects("tests"), "score")).isEqualByComparingTo("200");
        assertThat(sum(result.objects("tests"), "max-score")).isEqualByComparingTo("225");
        assertThat(result.text("datetime")).isEqualTo("2026-10-02T00:00:01Z");
        JsonFields refused = classroom50(CLASSROOM_50.refused(List.of("no file")));
        assertThat(refused.count("score")).isZero();
        assertThat(refused.count("max-score")).isEqualTo(225);
        assertThat(refused.objects("tests").get(0).text("output")).isEqualTo("no file");
    }

    @Test
    void the_runner_of_classroom_50_refuses_what_its_contract_forbids() {
        String good = CLASSROOM_50.graded(HALF, GRADED, KEY, Feedback.WHY);
        for (String bad : List.of(
                good.replace("result/v1", "result/v2"),
                good.replace("\"cs\"", "\"other\""),
                good.replace("submit/1", "1"),
                good.replace("225", "225.0"),
                good.replace("225", "199"),
                good.replace("\"passed\" : false", "\"passed\" : 0"))) {
            assertThat(bad).isNotEqualTo(good);
            assertThat(Classroom50Runner.problem(bad, "cs", "week-3", "octocat"))
                    .isPresent();
        }
        assertThat(Classroom50Runner.problem(good, "cs", "week-3", "hubot")).isPresent();
    }

    /** Points that are no sum of halves, and shares of them that are no decimal. */
    @ParameterizedTest
    @CsvSource({
        "2, 1, 1, '[C, Z]', 400, 3",
        "1, 0.1, 0.3, '[A, B, C]', 140, 3",
        "0.1, 0.7, 0.3, '[A, B, C]', 110, 3",
        "0.333, 0.125, 7, '[A]', 746, 3"
    })
    void scores_are_exact_whatever_points_are_worth(
            String ends, String mid, String size, String ended, int most, int tests) throws Exception {
        Assignment assignment = Exercises.assignment("""
                exercise: Thirds
                grading: { feedback: why, partial: net }
                files: { data.txt: z }
                processes:
                  alice: { p: { file: data.txt, sharing: shared } }
                  bob: { q: { file: data.txt, sharing: shared } }
                  carl: { r: { file: data.txt, sharing: shared } }
                steps:
                  - concurrently:
                      alice: [ write: { alice.p: A } ]
                      bob: [ write: { bob.q: B } ]
                      carl: [ write: { carl.r: C } ]
                ask:
                  ends: { possible: data.txt, points: %s }
                  mid: { possible: bob.q, points: %s }
                  size: { size-of: data.txt, points: %s }
                """.formatted(ends, mid, size));
        for (String answer : List.of(ended, "[A, B, C]", "[A]", "[Z]")) {
            String file = "exercise: sample\nstudent: s1\nanswers: { ends: " + answer + ", mid: [A, B], size: 1 }\n";
            Submission submission = new SubmissionGrader(assignment, new Roster(List.of()))
                    .grade(file.getBytes(StandardCharsets.UTF_8), "s1.prediction.yaml", Optional.empty());
            Graded graded = submission.graded().orElseThrow();
            JsonFields result = classroom50(
                    CLASSROOM_50.graded(submission, graded, assignment.key(submission.variant()), Feedback.WHY));
            assertThat(result.count("max-score")).isEqualTo(most);
            assertThat(result.objects("tests")).hasSize(tests);
            assertThat(new BigDecimal(result.count("score")).movePointLeft(2))
                    .isEqualByComparingTo(Points.rounded(graded.earned()));
        }
    }

    @Test
    void a_grade_as_json_has_what_the_feedback_allows() throws Exception {
        JsonFields grade =
                JsonText.object("g", new GradeJson(ASSIGNMENT, "1.0").graded(HALF, GRADED, KEY, Feedback.WHY));
        assertThat(grade.flag("graded")).isTrue();
        assertThat(grade.text("student")).isEqualTo("s1");
        assertThat(grade.number("score")).isEqualByComparingTo("2");
        assertThat(sum(grade.objects("parts"), "max-score")).isEqualByComparingTo("2.25");
        JsonFields refused = JsonText.object("g", new GradeJson(ASSIGNMENT, "1.0").refused(List.of("no file")));
        assertThat(refused.flag("graded")).isFalse();
        assertThat(refused.texts("problems")).containsExactly("no file");
        assertThat(refused.number("max-score")).isEqualByComparingTo("2.25");
    }

    @Test
    void prairielearn_gets_a_share_and_points_for_every_test() throws Exception {
        JsonFields result = JsonText.object("r", PrairieLearn.graded(List.of(), GRADED, KEY, Feedback.PARTS));
        assertThat(result.flag("gradable")).isTrue();
        assertThat(result.number("score")).isEqualByComparingTo("0.888889");
        assertThat(result.objects("tests"))
                .allMatch(test -> test.has("points") && test.has("max_points"))
                .hasSize(2);
    }

    @Test
    void prairielearn_takes_no_attempt_for_an_unreadable_file() throws Exception {
        String long_ = "x".repeat(100_000);
        String text = PrairieLearn.refused(java.util.Collections.nCopies(1000, long_));
        assertThat(text.length()).isLessThan(1 << 20);
        assertThat(JsonText.object("r", text).flag("gradable")).isFalse();
        assertThat(JsonText.object("r", text).texts("format_errors")).isNotEmpty();
    }

    @Test
    void plain_csv_has_a_row_a_student_and_no_formula() throws Exception {
        StringBuilder out = new StringBuilder();
        PlainCsv csv = PlainCsv.begin(out, List.of("seen", "long"));
        csv.student(new StudentGrade(
                "s1",
                "=HYPERLINK(1)",
                "g",
                StudentGrade.Standing.GRADED,
                Optional.of(HALF),
                List.of(),
                StudentGrade.Lateness.NONE));
        csv.student(new StudentGrade(
                "s2", "", "", StudentGrade.Standing.MISSING, Optional.empty(), List.of(), StudentGrade.Lateness.NONE));
        assertThat(out.toString().split("\r\n"))
                .containsExactly(
                        "id,name,group,standing,points,max_points,late,file,seen_points,seen_mark,long_points,long_mark",
                        "s1,'=HYPERLINK(1),g,graded,2,2.25,no,s1.prediction.yaml,0,wrong,2,right",
                        "s2,,,missing,,,,,,,,");
    }
}
