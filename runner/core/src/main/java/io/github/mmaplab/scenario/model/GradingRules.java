package io.github.mmaplab.scenario.model;

import java.math.BigDecimal;

/**
 * How an exercise is graded.
 *
 * @param feedback how much feedback students receive
 * @param partial what a part of a set earns, unless its question says otherwise
 * @param followThrough the share, from 0 to 1, that an answer earns which is wrong only because an earlier one was
 */
public record GradingRules(Feedback feedback, Partial partial, BigDecimal followThrough) {
    /** Points only, sets as a whole, nothing for following through. */
    public static final GradingRules DEFAULT =
            new GradingRules(Feedback.SCORE, Partial.ALL_OR_NOTHING, BigDecimal.ZERO);
}
