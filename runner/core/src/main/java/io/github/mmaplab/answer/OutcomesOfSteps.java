package io.github.mmaplab.answer;

import io.github.mmaplab.explain.Explainer;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.explain.RuleWords;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Explains the outcomes of several steps, of which a question asks which have one of a kind. */
final class OutcomesOfSteps {
    /** An explanation names this many rules at most. */
    private static final int MOST_RULES = 2;

    private OutcomesOfSteps() {}

    static Explanation explain(Scenario scenario, Question.Which question) {
        List<String> answers = new ArrayList<>();
        Set<Reason> reasons = new LinkedHashSet<>();
        Set<RuleWords> rules = new LinkedHashSet<>();
        Set<String> references = new LinkedHashSet<>();
        for (Question.Which.Labelled step : question.steps()) {
            Explanation one = Explainer.outcome(scenario, step.label().name());
            answers.add(one.answer());
            reasons.addAll(one.reasons());
            rules.addAll(one.rules());
            references.addAll(one.references());
        }
        List<RuleWords> named = rules.stream().limit(MOST_RULES).toList();
        return new Explanation(
                String.join("; ", answers),
                reasons.stream().limit(Explanation.MOST_REASONS).toList(),
                named,
                named.isEmpty() ? references.stream().limit(MOST_RULES).toList() : List.of());
    }
}
