package io.github.mmaplab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.Accepted;
import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Explained;
import io.github.mmaplab.answer.Prompt;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.grade.Credit;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Grader;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.GradingRules;
import io.github.mmaplab.scenario.model.Partial;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The question what is possible: alice copies data.txt, "hello", while bob stores B, then C, to it. */
class PossibleTest {
    private static final String RACE = """
              - concurrently:
                  alice: [ write: { alice.p: A } ]
                  bob: [ write: { bob.q+1: B }, write: { bob.q+2: C } ]
            """;

    private static AnswerKey key() {
        return Exercises.key(RACE, "  - ask: { seen: { possible: alice.p, points: 3 } }\n");
    }

    private static QuestionGrade grade(AnswerKey key, Partial partial, String answer) {
        String text = "exercise: sample\nstudent: s1\nanswers: { seen: " + answer + " }\n";
        var read = PredictionReader.read("p", text.getBytes(StandardCharsets.UTF_8), 4096);
        var answers = new LinkedHashMap<String, PredictedAnswer>();
        read.prediction()
                .orElseThrow()
                .answers()
                .forEach(entry -> answers.put(entry.question().name(), entry.answer()));
        Graded graded = Grader.grade(key, new GradingRules(Feedback.SCORE, partial, BigDecimal.ZERO), answers);
        return graded.questions().get(0);
    }

    @Test
    void the_answer_is_the_set_over_all_orders() {
        assertThat(key().linux().passed()).isTrue();
        assertThat(ReplyText.of(key().truth("seen"))).isEqualTo("[ABClo, ABllo, Aello]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Aello, ABllo, ABClo]",
                "[ABClo, Aello, ABllo, Aello]",
                "[ { hex: '41 65 6c 6c 6f' }, ABllo, ABClo ]"
            })
    void order_duplicates_and_spelling_do_not_matter(String answer) {
        assertThat(grade(key(), Partial.ALL_OR_NOTHING, answer).mark()).isEqualTo(Mark.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[Aello, toolongforthat]", "[Aello, [ABllo]]", "toolongforthat"})
    void what_is_no_set_of_contents_is_invalid(String answer) {
        assertThat(grade(key(), Partial.NET, answer).mark()).isEqualTo(Mark.INVALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Aello]                              | 0 | 1 | 1",
                "Aello                                | 0 | 1 | 1",
                "[Aello, ABllo]                       | 0 | 2 | 2",
                "[Aello, wrong]                       | 0 | 0 | 1",
                "[Aello, ABllo, wrong]                | 0 | 1 | 2",
                "[Aello, ABllo, ABClo, wrong]         | 0 | 2 | 2",
                "[Aello, ABllo, ABClo, wrong, false]  | 0 | 1 | 1",
                "[wrong, false]                       | 0 | 0 | 0",
                "[Aello, ABllo, ABClo]                | 3 | 3 | 3",
            })
    void a_part_earns_what_the_rule_says(String answer, int whole, int net, int each) {
        assertThat(earned(Partial.ALL_OR_NOTHING, answer)).isEqualByComparingTo(BigDecimal.valueOf(whole));
        assertThat(earned(Partial.NET, answer)).isEqualByComparingTo(BigDecimal.valueOf(net));
        assertThat(earned(Partial.EACH, answer)).isEqualByComparingTo(BigDecimal.valueOf(each));
    }

    private static BigDecimal earned(Partial partial, String answer) {
        return Points.rounded(grade(key(), partial, answer).earned());
    }

    @Test
    void a_part_is_wrong_all_the_same_and_says_by_which_rule_it_earns() {
        QuestionGrade grade = grade(key(), Partial.NET, "[Aello]");
        assertThat(grade.mark()).isEqualTo(Mark.WRONG);
        assertThat(grade.credit()).isEqualTo(Credit.PART);
        assertThat(grade(key(), Partial.NET, "[wrong]").credit()).isEqualTo(Credit.NONE);
    }

    @Test
    void the_rule_of_the_question_goes_before_that_of_the_exercise() {
        AnswerKey key =
                Exercises.key(RACE, "  - ask: { seen: { possible: alice.p, points: 3, partial: all-or-nothing } }\n");
        assertThat(grade(key, Partial.NET, "[Aello]").credit()).isEqualTo(Credit.NONE);
    }

    @Test
    void a_misconception_is_seen_in_a_set_too() {
        assertThat(grade(key(), Partial.NET, "[Aello]").explainedBy()).isNotEmpty();
    }

    @Test
    void a_question_with_several_answers_is_reported_and_told_to_ask_what_is_possible() {
        AnswerKey key = Exercises.key(RACE, "  - ask: { seen: alice.p }\n");
        assertThat(key.linux().verdict()).isEqualTo(Verdict.ERROR);
        assertThat(key.linux().problems()).hasSize(1);
        assertThat(key.linux().problems().get(0).toString())
                .contains("the answer to `seen` depends on the order: there are 3 answers", "`possible`");
    }

    @Test
    void what_has_one_answer_in_every_order_can_be_asked_as_ever() {
        AnswerKey key = Exercises.key(RACE, "  - ask: { seen: data.txt, size: { size-of: data.txt } }\n");
        assertThat(ReplyText.of(key.truth("seen"))).isEqualTo("hBClo");
        assertThat(key.stepOf("seen")).isEqualTo(4);
        assertThat(Prompt.stepOf(key.scenario(), key.question("seen"))).isEqualTo(4);
    }

    @Test
    void the_prompt_and_what_is_accepted_speak_of_a_set() {
        AnswerKey key = key();
        assertThat(Prompt.of(key.scenario(), key.question("seen")))
                .isEqualTo("At the end, what can the first 5 bytes be that *alice* reads at *p*? Name all"
                        + " possible answers, over all orders of the concurrent steps.");
        assertThat(Accepted.of(key.question("seen"), key.forms())).startsWith("all possible contents, as a list");
    }

    @Test
    void each_content_is_explained_in_the_order_with_the_fewest_switches() {
        AnswerKey key = key();
        var explanation = Explained.of(key.scenario(), key.question("seen"));
        assertThat(explanation.answer()).isEqualTo("alice.p can hold, depending on the order, [ABClo, ABllo, Aello]");
        assertThat(explanation.reasons())
                .hasSize(3)
                .allMatch(reason -> reason.text().startsWith("in the order "));
    }

    @Test
    void the_outcomes_of_a_step_over_all_orders_are_a_set_too() {
        AnswerKey key = Exercises.key("""
                  - concurrently:
                      alice: [ { write: { alice.p: A }, label: store } ]
                      another: [ mprotect: { alice.p: r }, munmap: alice.p ]
                """, "  - ask: { seen: { possible: { outcome-of: store }, points: 2 } }\n");
        assertThat(ReplyText.of(key.truth("seen"))).isEqualTo("[SIGSEGV, ok]");
        assertThat(grade(key, Partial.NET, "[success, segfault]").mark()).isEqualTo(Mark.RIGHT);
        assertThat(grade(key, Partial.NET, "SIGSEGV").credit()).isEqualTo(Credit.PART);
        assertThat(grade(key, Partial.NET, "[ok, maybe]").mark()).isEqualTo(Mark.INVALID);
        assertThat(Prompt.of(key.scenario(), key.question("seen")))
                .isEqualTo("What can the outcome of step 1 be: success, an error or a signal? Name all possible"
                        + " answers, over all orders of the concurrent steps.");
        assertThat(Accepted.of(key.question("seen"), key.forms())).startsWith("all possible outcomes, as a list");
        assertThat(Explained.of(key.scenario(), key.question("seen")).answer())
                .isEqualTo("step 1 can have the outcome, depending on the order, [SIGSEGV, ok]");
    }

    @Test
    void an_outcome_that_depends_on_the_order_has_a_hint_of_its_own() {
        AnswerKey key = Exercises.key("""
                  - concurrently:
                      alice: [ { write: { alice.p: A }, label: store } ]
                      another: [ munmap: alice.p ]
                """, "  - ask: { seen: { outcome-of: store } }\n");
        assertThat(key.linux().problems().get(0).toString()).contains("`possible: { outcome-of: ... }`");
    }

    private static final String STORES = """
              - { write: { alice.p: A }, label: first }
              - { write: { alice.p: B }, label: second }
              - { write: { bob.q: C }, label: third }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]       | 2",
                "1         | 2",
                "step 1    | 2",
                "[1, 2]    | 0",
                "[2]       | 0",
                "none      | 0",
            })
    void of_the_steps_that_copy_a_page_a_part_earns_what_the_rule_says(String answer, int points) {
        AnswerKey key = Exercises.key(
                STORES, "  - ask: { seen: { which: { copies-page: [first, second, third] }, points: 2 } }\n");
        QuestionGrade grade = grade(key, Partial.NET, answer);
        assertThat(Points.rounded(grade.earned())).isEqualByComparingTo(BigDecimal.valueOf(points));
    }

    @Test
    void where_no_step_does_it_none_is_the_right_answer() {
        AnswerKey key =
                Exercises.key(STORES, "  - ask: { seen: { which: { copies-page: [second, third] }, points: 2 } }\n");
        assertThat(grade(key, Partial.NET, "none").mark()).isEqualTo(Mark.RIGHT);
        assertThat(grade(key, Partial.NET, "[]").mark()).isEqualTo(Mark.RIGHT);
        assertThat(grade(key, Partial.NET, "[2]").credit()).isEqualTo(Credit.NONE);
        assertThat(grade(key, Partial.NET, "[1]").mark()).isEqualTo(Mark.INVALID);
    }

    @Test
    void who_thinks_that_reading_copies_names_another_step() {
        AnswerKey key = Exercises.key(
                "  - { read: alice.p, label: load }\n  - { write: { alice.p: A }, label: store }\n",
                "  - ask: { seen: { which: { copies-page: [load, store] } } }\n");
        assertThat(ReplyText.of(key.truth("seen"))).isEqualTo("[2]");
        assertThat(grade(key, Partial.NET, "[1]").explainedBy()).contains(Misconception.LOADS_COPY);
    }
}
