package io.github.mmaplab.exercise.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

final class GraderTest {
    private static final Assignment FORK = Exercises.assignment("""
            exercise: A fork and a file
            grading: { follow-through: 0.5 }
            files: { data.txt: hello }
            processes:
              parent:
                p: { file: data.txt, sharing: private }
                s: { file: data.txt, sharing: shared }
            steps:
              - fork: { parent: child }
              - write: { child.s: howdy }
              - ask:
                  first: { content-of: parent.s, points: 0.1 }
              - write: { child.s: H }
            ask:
              second: { content-of: parent.s, points: 3 }
              third: { same-page: [parent.s, child.s], points: 0 }
            """);

    private static final AnswerKey KEY = FORK.key(Variant.ONLY);

    private static Graded grade(String answers) {
        String text = "exercise: sample\nstudent: s\nanswers: { " + answers + " }\n";
        Map<String, PredictedAnswer> given = new LinkedHashMap<>();
        PredictionReader.read("p", text.getBytes(StandardCharsets.UTF_8), 4096)
                .prediction()
                .orElseThrow()
                .answers()
                .forEach(entry -> given.put(entry.question().name(), entry.answer()));
        return Grader.grade(KEY, FORK.exercise().grading(), given);
    }

    @Test
    void right_answers_earn_all_and_exactly_that() {
        Graded graded = grade("first: howdy, second: Howdy, third: yes");
        assertThat(graded.questions()).extracting(QuestionGrade::mark).containsOnly(Mark.RIGHT);
        assertThat(graded.earned()).isEqualTo(BigFraction.of(31, 10));
        assertThat(graded.worth()).isEqualByComparingTo(new BigDecimal("3.1"));
        assertThat(graded.diagnosis().suspects()).isEmpty();
    }

    private static final String LENIENT = """
            exercise: Lenient
            grading: { follow-through: 0.5 }
            files: { data.txt: hello }
            processes: { alice: { p: { file: data.txt, sharing: private } } }
            steps:
              - write: { alice.p: HELLO }
            ask:
              first: { content-of: data.txt, length: 5, accept: [howdy, { zeros: 5 }], choices: [hello, HELLO] }
              second: { same-page: [alice.p, alice.p], points: 2, credit: everybody }
              third: { content-of: data.txt }
            """;

    private static Graded lenient(Map<String, String> answers) {
        return grade(Exercises.assignment(LENIENT), answers);
    }

    private static Graded grade(Assignment assignment, Map<String, String> answers) {
        Map<String, PredictedAnswer> given = new LinkedHashMap<>();
        answers.forEach((question, text) ->
                given.put(question, new PredictedAnswer.Text(text, new Source("p", text).span(0, text.length()))));
        return Grader.grade(assignment.key(Variant.ONLY), assignment.exercise().grading(), given);
    }

    @Test
    void what_the_exercise_accepts_is_right_and_no_misconception() {
        Graded graded = lenient(Map.of("first", "howdy", "second", "yes", "third", "hello"));
        assertThat(graded.questions()).extracting(QuestionGrade::mark).containsOnly(Mark.RIGHT);
        assertThat(graded.questions().get(0).credit()).isEqualTo(Credit.FULL);
        assertThat(graded.earned()).isEqualTo(BigFraction.of(4));
        assertThat(graded.diagnosis().wrong()).isZero();
        assertThat(lenient(Map.of("first", "zeros")).questions().get(0).mark()).isEqualTo(Mark.RIGHT);
        assertThat(lenient(Map.of("first", "HELLO")).questions().get(0).mark()).isEqualTo(Mark.WRONG);
        assertThat(lenient(Map.of("first", "hullo")).questions().get(0).mark()).isEqualTo(Mark.INVALID);
    }

    @Test
    void everybody_gets_the_points_of_a_question_that_gives_them_to_everybody() {
        for (String answer : new String[] {"no", "maybe", "yes"}) {
            assertThat(lenient(Map.of("second", answer)).earned()).isEqualTo(BigFraction.of(2));
        }
        Graded nothing = lenient(Map.of());
        assertThat(nothing.questions().get(1).mark()).isEqualTo(Mark.UNANSWERED);
        assertThat(nothing.questions().get(1).credit()).isEqualTo(Credit.EVERYBODY);
        assertThat(nothing.earned()).isEqualTo(BigFraction.of(2));
        assertThat(lenient(Map.of("second", "no")).diagnosis().wrong()).isZero();
        assertThat(FeedbackText.of(
                        lenient(Map.of("second", "no")),
                        Exercises.assignment(LENIENT).key(Variant.ONLY),
                        Feedback.KEY))
                .contains("second: wrong, but all students get the points, 2 of 2", "  also accepted: howdy");
    }

    @Test
    void feedback_names_no_step_where_none_decides() {
        Assignment assignment = Exercises.assignment("""
                exercise: Memory that no step touches
                processes: { a: { p: { sharing: private } } }
                steps:
                  - ask: { fault: { raises: a.p } }
                """);
        assertThat(FeedbackText.of(
                        grade(assignment, Map.of("fault", "SIGBUS")), assignment.key(Variant.ONLY), Feedback.WHY))
                .contains("fault: wrong, 0 of 1")
                .noneMatch(line -> line.contains("what decides"));
    }

    @Test
    void an_accepted_answer_that_cannot_be_read_is_a_mistake_of_the_exercise() {
        String tooLong = "too-long-for-this-".repeat(4);
        AnswerKey key = Exercises.assignment(LENIENT.replace("howdy", tooLong)).key(Variant.ONLY);
        assertThat(key.fault().orElseThrow())
                .startsWith("`" + tooLong + "`, which is accepted as an answer to `first`, can't be read: ");
    }

    @Test
    void a_question_of_no_points_is_marked_and_earns_none() {
        Graded graded = grade("third: no");
        assertThat(graded.questions())
                .extracting(QuestionGrade::mark)
                .containsExactly(Mark.UNANSWERED, Mark.UNANSWERED, Mark.WRONG);
        assertThat(graded.earned()).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void what_follows_from_an_earlier_mistake_earns_its_share() {
        Graded graded = grade("first: hullo, second: Hullo, third: yes");
        assertThat(graded.questions())
                .extracting(QuestionGrade::credit)
                .containsExactly(Credit.NONE, Credit.FOLLOW_THROUGH, Credit.FULL);
        assertThat(graded.questions().get(1).mark()).isEqualTo(Mark.WRONG);
        assertThat(graded.earned()).isEqualTo(BigFraction.of(3, 2));
    }

    @Test
    void a_mistake_of_its_own_earns_nothing_whatever_came_before() {
        assertThat(grade("first: hullo, second: hullo").earned()).isEqualTo(BigFraction.ZERO);
        assertThat(grade("first: howdy, second: hello").earned()).isEqualTo(BigFraction.of(1, 10));
    }

    @Test
    void an_answer_that_nothing_explains_is_left_unexplained() {
        Diagnosis diagnosis = grade("first: xxxxx, second: yyyyy").diagnosis();
        assertThat(diagnosis.wrong()).isEqualTo(2);
        assertThat(diagnosis.suspects()).isEmpty();
        assertThat(diagnosis.fitsAll()).isFalse();
    }
}
