package io.github.mmaplab.failure;

import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.text.Numerals;
import java.math.BigInteger;

/** Names one of the ways in which a scenario can be played, and counts them: orders, or outcomes where there is a crash. */
public final class OutcomeWords {
    private OutcomeWords() {}

    /** What is counted at a step: {@code orders}, {@code outcomes of the crash}, or {@code outcomes} of both. */
    public static String what(Scenario scenario, int step) {
        boolean concurrent = scenario.isConcurrent()
                || scenario.order().map(order -> !order.turns().isEmpty()).orElse(false);
        int crashes = crashes(scenario, step);
        return crashes == 0
                ? "orders"
                : concurrent ? "outcomes" : crashes == 1 ? "outcomes of the crash" : "outcomes of the crashes";
    }

    /** A number of them: {@code 1 order}, {@code 3 outcomes of the crash}. */
    public static String count(BigInteger count, Scenario scenario, int step) {
        String what = what(scenario, step);
        return count.equals(BigInteger.ONE)
                ? "1 " + what.replaceFirst("s\\b", "")
                : Numerals.grouped(count) + " " + what;
    }

    /** One of all, without saying which: {@code one of 6 orders}. */
    public static String oneOf(Scenario scenario) {
        return "one of "
                + (scenario.hasCrash() ? "the possible outcomes" : Numerals.grouped(scenario.orders()) + " orders");
    }

    /** In which order something is so, and after which crash; empty if there is but one. */
    public static String in(Scenario scenario, int step) {
        return scenario.order().map(order -> order.where(step)).orElse("");
    }

    private static int crashes(Scenario scenario, int step) {
        int crashes = 0;
        for (int i = 0; i < scenario.steps().size(); i++) {
            crashes += scenario.steps().get(i) instanceof Step.Crash && scenario.numberOf(i) <= step ? 1 : 0;
        }
        return crashes;
    }
}
