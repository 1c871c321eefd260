package io.github.mmaplab.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Grader;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.scenario.model.GradingRules;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OfferedChoicesTest {
    private static final String WRITE = "  - write: { alice.p: HELLO }\n";

    private static AnswerKey asking(String question) {
        return Exercises.key(WRITE, "  - ask: { asked: " + question + " }\n");
    }

    private static List<String> offered(String question) {
        AnswerKey key = asking(question);
        return OfferedChoices.of(key, key.question("asked")).stream()
                .map(ReplyText::of)
                .toList();
    }

    @Test
    void mistaken_kernels_give_the_wrong_ones_in_the_order_of_the_text() {
        assertThat(offered("{ content-of: bob.q, length: 5, choices: auto }")).containsExactly("HELLO", "hello");
        assertThat(offered("{ content-of: data.txt, length: 5, choices: auto }"))
                .containsExactly("HELLO", "hello");
    }

    @Test
    void numbers_stand_by_their_value() {
        assertThat(offered("{ size-of: data.txt, choices: [100, 5, 20] }")).containsExactly("5", "20", "100");
    }

    @Test
    void the_right_answer_is_never_offered_alone() {
        assertThat(offered("{ size-of: data.txt, choices: auto }")).isEmpty();
        assertThat(offered("data.txt")).isEmpty();
    }

    @Test
    void what_is_written_twice_in_different_ways_is_offered_once() {
        assertThat(offered("{ size-of: data.txt, choices: [4K, 4096, 5] }")).containsExactly("5", "4096");
    }

    @Test
    void an_answer_that_is_not_offered_is_invalid() {
        AnswerKey key = asking("{ content-of: bob.q, length: 5, choices: auto }");
        assertThat(mark(key, "hello")).isEqualTo(Mark.RIGHT);
        assertThat(mark(key, "HELLO")).isEqualTo(Mark.WRONG);
        assertThat(mark(key, "WORLD")).isEqualTo(Mark.INVALID);
        assertThat(grade(key, "WORLD").questions().get(0).complaint())
                .isEqualTo("this is not one of the answers offered: choose one of HELLO, hello");
    }

    private static Mark mark(AnswerKey key, String answer) {
        return grade(key, answer).questions().get(0).mark();
    }

    private static Graded grade(AnswerKey key, String answer) {
        PredictedAnswer given = new PredictedAnswer.Text(answer, new Source("p", answer).span(0, answer.length()));
        return Grader.grade(key, GradingRules.DEFAULT, Map.of("asked", given));
    }
}
