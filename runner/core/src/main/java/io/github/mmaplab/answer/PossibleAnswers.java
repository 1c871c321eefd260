package io.github.mmaplab.answer;

import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.explain.RuleWords;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Explains the answers that are possible: each with the order that has the fewest switches of those it comes of. */
final class PossibleAnswers {
    /** An explanation names so many rules at most. */
    private static final int MOST_RULES = 2;

    private PossibleAnswers() {}

    /**
     * Why these answers are possible.
     *
     * @param subject what they are the answers about, up to the verb: {@code p can hold}
     * @param one explains the answer in one order
     */
    static Explanation explain(
            Scenario scenario, Question question, String subject, Function<Scenario, Explanation> one) {
        Map<Reply, Scenario> shortest = Exploration.shortestOrders(scenario, question);
        List<Reason> reasons = new ArrayList<>();
        Set<RuleWords> rules = new LinkedHashSet<>();
        Set<String> references = new LinkedHashSet<>();
        for (Scenario order : shortest.values()) {
            Explanation its = one.apply(order);
            if (reasons.size() < Explanation.MOST_REASONS) {
                String where =
                        order.order().map(each -> each.where(Integer.MAX_VALUE)).orElse("");
                Reason last = lastOf(its.reasons());
                reasons.add(new Reason(
                        last.step(), where + ", " + last.text() + ": " + its.answer(), last.fact(), last.names()));
            }
            its.rules().stream().filter(rule -> rules.size() < MOST_RULES).forEach(rules::add);
            its.references().stream()
                    .filter(each -> references.size() < MOST_RULES)
                    .forEach(references::add);
        }
        String on = scenario.hasCrash() ? "the crash" : "the order";
        String answer = subject + ", depending on " + on + ", "
                + ReplyText.of(new Reply.Several(List.copyOf(shortest.keySet())));
        return new Explanation(
                answer, reasons, List.copyOf(rules), rules.isEmpty() ? List.copyOf(references) : List.of());
    }

    /** The last that speaks of a step, or else the last at all. */
    private static Reason lastOf(List<Reason> reasons) {
        Reason last = reasons.get(reasons.size() - 1);
        for (Reason reason : reasons) {
            last = reason.isMoment() ? reason : last;
        }
        return last;
    }
}
