package io.github.mmaplab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.grade.Credit;
import io.github.mmaplab.exercise.grade.Grader;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.handout.quiz.MoodleXml;
import io.github.mmaplab.handout.quiz.Quiz;
import io.github.mmaplab.handout.quiz.UnfitQuestionException;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Variant;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of physical pages: what the kernel answers, and what an answer earns. */
final class PageTablesTest {
    private static final String FORKED = """
            exercise: Three pages and a child
            processes: { parent: { p: { sharing: private, length: 3 pages } } }
            steps:
              - write: { parent.p: a, parent.p + 1 page: b, parent.p + 2 pages: c }
              - fork: { parent: child }
              - write: { child.p + 1 page: d }
            ask:
              tables: { tables: { page-tables: memory }, points: 4 }
            """;

    private static AnswerKey key(String yaml) {
        return Exercises.assignment(yaml).key(Variant.ONLY);
    }

    private static String answered(String yaml) {
        return ReplyText.of(key(yaml).truth("tables"));
    }

    private static QuestionGrade grade(String yaml, String answer) {
        Assignment assignment = Exercises.assignment(yaml);
        String text = "exercise: sample\nstudent: s\nanswers: { tables: " + answer + " }\n";
        Map<String, PredictedAnswer> given = new LinkedHashMap<>();
        PredictionReader.read("p", text.getBytes(StandardCharsets.UTF_8), 4096)
                .prediction()
                .orElseThrow()
                .answers()
                .forEach(entry -> given.put(entry.question().name(), entry.answer()));
        return Grader.grade(assignment.key(Variant.ONLY), assignment.exercise().grading(), given)
                .questions()
                .get(0);
    }

    @Test
    void the_page_that_is_stored_to_after_fork_is_a_page_of_its_own() {
        assertThat(answered(FORKED)).isEqualTo("[A, B, C, A, D, C]");
        assertThat(answered(FORKED.replace("memory", "[child.p, parent.p + 1 page]")))
                .isEqualTo("[A, B, C, D]");
        assertThat(answered(FORKED.replace("memory", "[child.p + 2 pages, parent.p + 2 pages]")))
                .isEqualTo("[A, A]");
    }

    @Test
    void a_page_that_cannot_be_read_refers_to_none() {
        assertThat(answered("""
                exercise: A file that is cut
                files: { data.txt: { pages: [a, b] } }
                processes:
                  alice: { p: { file: data.txt, sharing: private }, s: { file: data.txt, sharing: shared } }
                steps:
                  - truncate: { data.txt: 1 page }
                  - mprotect: { alice.p: none }
                ask:
                  tables: { tables: { page-tables: memory } }
                """)).isEqualTo("[none, none, A, none]");
    }

    @Test
    void pages_that_no_one_has_stored_to_are_read_first() {
        assertThat(answered("""
                exercise: New memory
                files: { data.txt: { pages: [a, b] } }
                processes:
                  alice: { z: { sharing: private, length: 2 pages }, s: { sharing: shared, length: 2 pages } }
                steps: [ write: { alice.z: a } ]
                ask:
                  tables: { tables: { page-tables: [alice.z, alice.s] } }
                """)).isEqualTo("[A, B, C, D]");
    }

    @Test
    void mistaken_kernels_draw_other_tables() {
        AnswerKey key = key(FORKED);
        assertThat(ReplyText.of(reply(key, Misconception.FORK_SHARES_PRIVATE))).isEqualTo("[A, B, C, A, B, C]");
        assertThat(ReplyText.of(reply(key, Misconception.CHILD_BEGINS_EMPTY))).isEqualTo("[A, B, C, none, none, none]");
        QuestionGrade grade = grade(FORKED, "[p, q, r, p, q, r]");
        assertThat(grade.explainedBy()).contains(Misconception.FORK_SHARES_PRIVATE);
    }

    private static Reply reply(AnswerKey key, Misconception misconception) {
        return key.under(misconception).getOrDefault("tables", new Reply.None(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[A, B, C, A, D, C] | RIGHT | 4 | 1",
                "[9, 8, 7, 9, 6, 7] | RIGHT | 4 | 1",
                "[A, B, C, A, B, C] | WRONG | 2 | 1",
                "[A, B, C, D, E, F] | WRONG | 0 | 1",
                "[A, A, A, A, A, A] | WRONG | 0 | 1",
                "[A, B, C, A, D]    | INVALID | 0 | 1",
            })
    void the_names_mean_nothing_and_a_part_earns_its_share(String answer, Mark mark, int numerator, int denominator) {
        QuestionGrade grade = grade(FORKED, answer);
        assertThat(grade.mark()).isEqualTo(mark);
        assertThat(grade.earned()).isEqualTo(BigFraction.of(numerator, denominator));
    }

    @Test
    void a_question_can_give_all_or_nothing() {
        assertThat(grade(FORKED, "[A, B, C, A, B, C]").credit()).isEqualTo(Credit.PART);
        String strict = FORKED.replace("points: 4", "points: 4, partial: all-or-nothing");
        assertThat(grade(strict, "[A, B, C, A, B, C]").credit()).isEqualTo(Credit.NONE);
        assertThat(grade(strict, "[B, A, C, B, D, C]").credit()).isEqualTo(Credit.FULL);
    }

    @Test
    void a_quiz_offers_the_tables_of_mistaken_kernels_or_refuses_by_name() {
        Assignment forked = Exercises.assignment(FORKED);
        assertThat(MoodleXml.of(Quiz.of(forked, forked.sample(1))))
                .contains("multichoice", "[A, B, C, A, D, C]", "[A, B, C, A, B, C]");
        Assignment alone = Exercises.assignment("""
                exercise: Nothing to be wrong about
                processes: { alice: { z: { sharing: private, length: 2 pages } } }
                steps: [ write: { alice.z: a, alice.z + 1 page: b } ]
                ask:
                  tables: { tables: { page-tables: [alice.z] } }
                """);
        List<Variant> one = alone.sample(1);
        assertThatThrownBy(() -> Quiz.of(alone, one))
                .isInstanceOf(UnfitQuestionException.class)
                .hasMessageContaining("its answer is a table, for which a quiz needs choices");
    }
}
