package io.github.mmaplab.exercise.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.AnswerKey;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.Given;
import io.github.mmaplab.exercise.ReplyText;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Variant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which mistaken kernels answer as a student did, and that none of them is preferred without a reason. */
final class DiagnosticianTest {
    /** Nothing tells stores that go to a file from stores that go to the parent where there is no file. */
    private static final AnswerKey WITHOUT_A_FILE = Exercises.assignment("""
            exercise: A fork
            processes:
              parent: { p: { sharing: private } }
            steps:
              - write: { parent.p: hello }
              - fork: { parent: child }
              - write: { child.p: HELLO }
            ask: { parent-sees: parent.p, child-sees: child.p }
            """).key(Variant.ONLY);

    private static Map<String, Given> given(Map<String, Reply> replies) {
        Map<String, Given> given = new LinkedHashMap<>();
        replies.forEach((question, reply) -> given.put(question, new Given.Answered(reply, ReplyText.of(reply))));
        return given;
    }

    @Test
    void two_that_predict_the_same_are_both_suspects() {
        Map<String, Reply> shared = WITHOUT_A_FILE.under(Misconception.FORK_SHARES_PRIVATE);
        assertThat(shared).isNotEqualTo(WITHOUT_A_FILE.truth());
        Diagnosis diagnosis = Diagnostician.diagnose(WITHOUT_A_FILE, given(shared));
        assertThat(diagnosis.suspects())
                .contains(Misconception.FORK_SHARES_PRIVATE)
                .hasSizeGreaterThan(1)
                .allSatisfy(suspect -> assertThat(WITHOUT_A_FILE.under(suspect)).isEqualTo(shared));
        for (Misconception misconception : Misconception.values()) {
            assertThat(diagnosis.suspects().contains(misconception))
                    .as("%s", misconception)
                    .isEqualTo(WITHOUT_A_FILE.under(misconception).equals(shared));
        }
        assertThat(diagnosis.fitsAll()).isTrue();
    }

    @Test
    void right_answers_suspect_nobody() {
        assertThat(Diagnostician.diagnose(WITHOUT_A_FILE, given(WITHOUT_A_FILE.truth())))
                .isEqualTo(new Diagnosis(0, List.of(), 0, 0));
        assertThat(Diagnostician.explaining(WITHOUT_A_FILE, "child-sees", WITHOUT_A_FILE.truth("child-sees")))
                .isEmpty();
    }

    @Test
    void a_right_answer_that_a_misconception_would_get_wrong_speaks_against_it() {
        Map<String, Reply> replies = new HashMap<>(WITHOUT_A_FILE.truth());
        replies.put("child-sees", WITHOUT_A_FILE.truth("parent-sees"));
        Diagnosis diagnosis = Diagnostician.diagnose(WITHOUT_A_FILE, given(replies));
        assertThat(diagnosis.wrong()).isEqualTo(1);
        assertThat(diagnosis.suspects()).doesNotContain(Misconception.FORK_SHARES_PRIVATE);
    }

    @Test
    void what_is_not_answered_or_not_read_counts_neither_way() {
        Map<String, Given> given = given(WITHOUT_A_FILE.under(Misconception.FORK_SHARES_PRIVATE));
        Diagnosis all = Diagnostician.diagnose(WITHOUT_A_FILE, given);
        given.put("child-sees", new Given.Unanswered());
        Diagnosis fewer = Diagnostician.diagnose(WITHOUT_A_FILE, given);
        assertThat(fewer.wrong()).isEqualTo(all.wrong());
        assertThat(fewer.explained()).isEqualTo(all.explained());
        assertThat(fewer.suspects()).containsAll(all.suspects());
    }
}
