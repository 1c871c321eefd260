package io.github.mmaplab.exercise.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Given;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the answers of a student are explained by, and that nothing is named without a reason. */
final class DiagnosticianTest {

    /** There is no file: nothing tells stores that go to a file from stores that go to the parent. */
    private static final AnswerKey WITHOUT_A_FILE = Exercises.assignment("""
            exercise: A fork
            processes:
              parent: { p: { sharing: private }, s: { sharing: shared } }
            steps:
              - write: { parent.p: hello, parent.s: howdy }
              - fork: { parent: child }
              - write: { child.p: HELLO, child.s: HOWDY }
              - ask: { parent-sees: parent.p, child-sees: child.p, one-page: { same-page: [parent.p, child.p] } }
              - write: { parent.p: WORLD, parent.s: WATER }
            ask:
              parent-board: parent.s
              child-board: child.s
              child-at-the-end: child.p
              parent-at-the-end: parent.p
              one-board: { same-page: [parent.s, child.s] }
            """).key(Variant.ONLY);

    private static final AnswerKey WITH_A_FILE = Exercises.assignment("""
            exercise: Two windows
            files: { d: { pages: [aaaaa, bbbbb] } }
            processes:
              alice: { p: { file: d, sharing: private } }
              bob: { q: { file: d, sharing: shared } }
            steps:
              - write: { bob.q: RIVER, bob.q + 1 page: STONE }
              - ask:
                  alice-first: alice.p
                  alice-second: { content-of: alice.p + 1 page, length: 5 }
                  one-page: { same-page: [alice.p, bob.q] }
              - write: { alice.p: HORSE }
              - ask:
                  bob-first: { content-of: bob.q, length: 5 }
                  file-first: { content-of: d, length: 5 }
                  copied: { copies: memory }
                  alice-second-later: { content-of: alice.p + 1 page, length: 5 }
                  bob-second-later: { content-of: bob.q + 1 page, length: 5 }
                  one-second-page-later: { same-page: [alice.p + 1 page, bob.q + 1 page] }
              - write: { bob.q + 1 page: CLOUD }
            ask:
              alice-at-the-end: { content-of: alice.p + 1 page, length: 5 }
              file-at-the-end: { content-of: d + 1 page, length: 5 }
              bob-at-the-end: { content-of: bob.q + 1 page, length: 5 }
              one-second-page: { same-page: [alice.p + 1 page, bob.q + 1 page] }
              alice-first-at-the-end: { content-of: alice.p, length: 5 }
            """).key(Variant.ONLY);

    private static Map<String, Given> given(Map<String, Reply> replies) {
        Map<String, Given> given = new LinkedHashMap<>();
        replies.forEach((question, reply) -> given.put(question, new Given.Answered(reply, ReplyText.of(reply))));
        return given;
    }

    private static Diagnosis believing(AnswerKey key, Misconception misconception) {
        return Diagnostician.diagnose(key, given(key.under(misconception)));
    }

    @Test
    void who_believes_one_thing_is_found_out_and_nothing_is_left_unexplained() {
        Diagnosis diagnosis = believing(WITH_A_FILE, Misconception.PRIVATE_IS_A_SNAPSHOT);
        assertThat(diagnosis.suspects()).contains(Misconception.PRIVATE_IS_A_SNAPSHOT);
        assertThat(diagnosis.parts()).singleElement().satisfies(part -> {
            assertThat(part.alike()).isTrue();
            assertThat(part.explains()).contains("alice-first", "alice-second", "alice-at-the-end");
        });
        assertThat(diagnosis.fitsAll()).isTrue();
        assertThat(diagnosis.unexplained()).isZero();
    }

    @Test
    void what_is_believed_of_files_is_suspected_only_where_there_is_one() {
        assertThat(believing(WITHOUT_A_FILE, Misconception.FORK_SHARES_PRIVATE).suspects())
                .contains(Misconception.FORK_SHARES_PRIVATE)
                .doesNotContain(Misconception.PRIVATE_STORES_REACH_ALL);
        assertThat(WITHOUT_A_FILE.under(Misconception.PRIVATE_STORES_REACH_ALL)).isEqualTo(WITHOUT_A_FILE.truth());
        assertThat(believing(WITH_A_FILE, Misconception.PRIVATE_STORES_REACH_ALL)
                        .suspects())
                .contains(Misconception.PRIVATE_STORES_REACH_ALL);
    }

    @Test
    void several_are_said_to_be_alike_only_where_they_predict_the_same_for_all_that_was_answered() {
        for (AnswerKey key : List.of(WITH_A_FILE, WITHOUT_A_FILE)) {
            for (Misconception believed : Misconception.values()) {
                for (Suspicion part : believing(key, believed).parts()) {
                    boolean same = part.suspects().stream()
                            .allMatch(each -> key.under(each)
                                    .equals(key.under(part.suspects().get(0))));
                    assertThat(part.alike()).as("%s", believed).isEqualTo(same);
                }
            }
        }
    }

    @Test
    void right_answers_suspect_nobody() {
        assertThat(Diagnostician.diagnose(WITH_A_FILE, given(WITH_A_FILE.truth())))
                .isEqualTo(Diagnosis.none(0));
        assertThat(Diagnostician.explaining(WITH_A_FILE, "bob-first", WITH_A_FILE.truth("bob-first")))
                .isEmpty();
    }

    @Test
    void one_wrong_answer_is_no_misconception() {
        for (String question : WITH_A_FILE.truth().keySet()) {
            for (Misconception misconception : Misconception.values()) {
                Map<String, Reply> replies = new LinkedHashMap<>(WITH_A_FILE.truth());
                replies.put(
                        question,
                        Objects.requireNonNull(WITH_A_FILE.under(misconception).get(question)));
                Diagnosis diagnosis = Diagnostician.diagnose(WITH_A_FILE, given(replies));
                assertThat(diagnosis.wrong()).isLessThanOrEqualTo(1);
                assertThat(diagnosis.parts()).isEmpty();
            }
        }
    }

    @Test
    void right_answers_that_a_misconception_would_get_wrong_speak_against_it() {
        Map<String, Reply> replies = new LinkedHashMap<>(WITH_A_FILE.under(Misconception.PRIVATE_IS_A_SNAPSHOT));
        for (String question : List.of("alice-first", "one-page", "copied")) {
            replies.put(question, WITH_A_FILE.truth(question));
        }
        assertThat(Diagnostician.diagnose(WITH_A_FILE, given(replies)).suspects())
                .doesNotContain(Misconception.PRIVATE_IS_A_SNAPSHOT);
    }

    @Test
    void two_that_explain_what_the_other_does_not_are_named_together() {
        Map<String, Reply> replies = new LinkedHashMap<>(WITHOUT_A_FILE.truth());
        for (Misconception one : List.of(Misconception.FORK_SHARES_PRIVATE, Misconception.FORK_COPIES_SHARED)) {
            WITHOUT_A_FILE.under(one).forEach((question, reply) -> {
                if (!reply.equals(WITHOUT_A_FILE.truth(question))) {
                    replies.put(question, reply);
                }
            });
        }
        Diagnosis diagnosis = Diagnostician.diagnose(WITHOUT_A_FILE, given(replies));
        assertThat(diagnosis.parts()).hasSize(2);
        assertThat(diagnosis.suspects()).contains(Misconception.FORK_SHARES_PRIVATE, Misconception.FORK_COPIES_SHARED);
        assertThat(diagnosis.parts().get(0).explains())
                .doesNotContainAnyElementsOf(diagnosis.parts().get(1).explains());
        assertThat(diagnosis.unexplained()).isZero();
    }

    @Test
    void what_is_left_unexplained_is_counted() {
        Map<String, Reply> replies = new LinkedHashMap<>(WITH_A_FILE.under(Misconception.PRIVATE_IS_A_SNAPSHOT));
        replies.put("copied", new Reply.Count(77));
        Diagnosis diagnosis = Diagnostician.diagnose(WITH_A_FILE, given(replies));
        assertThat(diagnosis.suspects()).contains(Misconception.PRIVATE_IS_A_SNAPSHOT);
        assertThat(diagnosis.unexplained()).isEqualTo(1);
        assertThat(FeedbackText.diagnosis(diagnosis)).last().isEqualTo("1 wrong answer remains unexplained");
    }

    @Test
    void what_is_not_answered_counts_neither_way() {
        Map<String, Given> given = given(WITH_A_FILE.under(Misconception.PRIVATE_IS_A_SNAPSHOT));
        given.put("copied", new Given.Unanswered());
        Diagnosis diagnosis = Diagnostician.diagnose(WITH_A_FILE, given);
        assertThat(diagnosis.suspects()).contains(Misconception.PRIVATE_IS_A_SNAPSHOT);
        assertThat(diagnosis.fitsAll()).isTrue();
    }
}
