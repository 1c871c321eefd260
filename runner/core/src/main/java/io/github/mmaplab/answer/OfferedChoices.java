package io.github.mmaplab.answer;

import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Choices;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answers that a question offers, in an order that does not tell the right one: numbers by value, others by their
 * text. Those that are computed are the right one and the commonest of those that mistaken kernels give.
 */
public final class OfferedChoices {
    /** Who reads more than this, reads them no more. */
    public static final int MOST = 5;

    private OfferedChoices() {}

    /**
     * What a question offers; nothing, if the student writes an answer. Where no mistaken kernel differs from Linux there
     * is nothing to choose from, and so nothing is offered: the right answer alone would be the key.
     */
    public static List<Reply> of(AnswerKey key, Question question) {
        if (!(question.info().choices() instanceof Choices.Computed)) {
            return written(question, key.forms());
        }
        return computed(key, question);
    }

    /** What would be offered if the choice were left to us. */
    public static List<Reply> computed(AnswerKey key, Question question) {
        Reply truth = key.truth(question.info().name());
        if (truth instanceof Reply.None) {
            return List.of();
        }
        Set<Reply> offered = new LinkedHashSet<>(List.of(truth));
        for (Reply wrong : wrong(key, question.info().name(), truth)) {
            if (offered.size() < MOST) {
                offered.add(wrong);
            }
        }
        return offered.size() < 2 ? List.of() : sorted(offered);
    }

    /** What mistaken kernels answer otherwise: what most of them answer first, then in the order of the catalogue. */
    private static List<Reply> wrong(AnswerKey key, String question, Reply truth) {
        Map<Reply, Integer> counts = new LinkedHashMap<>();
        for (Misconception misconception : Misconception.values()) {
            Reply believed = key.under(misconception).get(question);
            if (believed != null && !(believed instanceof Reply.None) && !believed.equals(truth)) {
                counts.merge(believed, 1, Integer::sum);
            }
        }
        List<Reply> wrong = new ArrayList<>(counts.keySet());
        wrong.sort(Comparator.comparing((Reply reply) -> counts.getOrDefault(reply, 0))
                .reversed());
        return wrong;
    }

    /**
     * What the exercise itself offers; nothing, if it offers nothing or leaves the choice to us. What can't be an answer
     * is left out.
     *
     * @param forms in which answers to the story are read
     */
    public static List<Reply> written(Question question, AnswerForms forms) {
        Set<Reply> offered = new LinkedHashSet<>();
        if (question.info().choices() instanceof Choices.Written choices) {
            for (PredictedAnswer answer : choices.answers()) {
                if (AnswerReader.read(question, answer, forms) instanceof Given.Answered readable) {
                    offered.add(readable.reply());
                }
            }
        }
        return sorted(offered);
    }

    private static List<Reply> sorted(Set<Reply> replies) {
        List<Reply> sorted = new ArrayList<>(replies);
        sorted.sort(Comparator.comparing(OfferedChoices::rank)
                .thenComparing(OfferedChoices::value, Long::compareUnsigned)
                .thenComparing(ReplyText::of));
        return sorted;
    }

    /** Signals and the like stand behind content and numbers. */
    private static int rank(Reply reply) {
        return reply instanceof Reply.Raised ? 1 : 0;
    }

    private static long value(Reply reply) {
        return reply instanceof Reply.Count count ? count.value() : 0;
    }
}
