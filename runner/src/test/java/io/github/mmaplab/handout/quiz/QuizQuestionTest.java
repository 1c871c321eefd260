package io.github.mmaplab.handout.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuizQuestionTest {
    private static QuizQuestion written(String right, String wrong) {
        return new QuizQuestion(
                "e.CODE.q",
                "e",
                "CODE",
                QuizQuestion.Kind.WORD,
                BigDecimal.ONE,
                "<p>What?</p>",
                true,
                List.of(
                        new QuizQuestion.Answer(right, right, true, ""),
                        new QuizQuestion.Answer("{ the same }", right, true, ""),
                        new QuizQuestion.Answer(wrong, "the other", false, "why")),
                "");
    }

    @Test
    void a_text_that_would_be_right_and_wrong_is_ambiguous() {
        assertThat(written("empty", "empty").isAmbiguous(text -> text)).isTrue();
        assertThat(written("empty", "EMPTY").isAmbiguous(text -> text)).isFalse();
        assertThat(written("empty", "EMPTY").isAmbiguous(text -> text.toLowerCase(Locale.ROOT)))
                .isTrue();
    }

    @Test
    void what_is_offered_is_offered_once_by_what_it_means() {
        assertThat(written("empty", "empty").offering().answers())
                .containsExactly(
                        new QuizQuestion.Answer("empty", "empty", true, ""),
                        new QuizQuestion.Answer("the other", "the other", false, "why"));
    }

    @Test
    void without_case_an_answer_is_written_where_nothing_is_ambiguous() {
        assertThat(written("abc", "xyz").withoutCase().kind()).isEqualTo(QuizQuestion.Kind.WORD);
        assertThat(written("abc", "xyz").withoutCase().caseMatters()).isFalse();
        assertThat(written("abc", "ABC").withoutCase().kind()).isEqualTo(QuizQuestion.Kind.CHOICE);
    }
}
