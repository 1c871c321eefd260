package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every question has.
 *
 * @param name its name, unique in the exercise: predictions answer to it
 * @param points what a right answer earns, from 0
 * @param prompt the words of the question; absent, they are made from what is asked
 * @param hint what helps a student who does not know where to begin
 * @param choices the answers offered
 * @param partial what a part of a set earns; absent, what the exercise says
 * @param accept answers that are right beside the right one
 * @param credit who gets the points
 * @param span its name
 */
public record QuestionInfo(
        String name,
        BigDecimal points,
        Optional<String> prompt,
        Optional<String> hint,
        Choices choices,
        Optional<Partial> partial,
        List<PredictedAnswer> accept,
        CreditTo credit,
        Span span) {
    /** Copies the list. */
    public QuestionInfo {
        accept = List.copyOf(accept);
    }

    /** A question of which only its name is written: worth a point, and answered freely. */
    public static QuestionInfo plain(String name, Span span) {
        return new QuestionInfo(
                name,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                new Choices.Open(),
                Optional.empty(),
                List.of(),
                CreditTo.RIGHT,
                span);
    }

    /** The same question, worth no points. */
    public QuestionInfo withoutPoints() {
        return new QuestionInfo(name, BigDecimal.ZERO, prompt, hint, choices, partial, accept, credit, span);
    }

    /** The same question, to which these answers are right, too. */
    public QuestionInfo accepting(List<PredictedAnswer> more) {
        List<PredictedAnswer> all = new ArrayList<>(accept);
        all.addAll(more);
        return new QuestionInfo(name, points, prompt, hint, choices, partial, all, credit, span);
    }
}
