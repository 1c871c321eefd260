package io.github.mmaplab.answer;

import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Question;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The answers that somebody who guesses chooses from: the right one, those of mistaken kernels, what the question offers, and
 * where there are few answers all of them. Where anything may be written there are more, so that a chance hit is likelier here than in a
 * class.
 */
public final class PlausibleAnswers {
    private PlausibleAnswers() {}

    /** The answers to a question, the right one first, each once. */
    public static List<Reply> of(AnswerKey key, Question question) {
        String name = question.info().name();
        Set<Reply> plausible = new LinkedHashSet<>();
        plausible.add(key.truth(name));
        for (Misconception misconception : Misconception.values()) {
            Reply believed = key.under(misconception).get(name);
            if (believed != null && isAnswer(believed)) {
                plausible.add(believed);
            }
        }
        plausible.addAll(OfferedChoices.written(question, key.forms()));
        plausible.addAll(AllAnswers.of(question.answer()));
        return List.copyOf(plausible);
    }

    /** Whether somebody can write that. */
    public static boolean isAnswer(Reply reply) {
        return !(reply instanceof Reply.None);
    }
}
