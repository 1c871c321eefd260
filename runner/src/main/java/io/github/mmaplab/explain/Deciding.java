package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers a question about a moment of a scenario, and finds the rules that decide the answer: those without which
 * something else is seen. Which they are is not thought out but tried, by playing the scenario on each kernel that lacks
 * one rule; of those that matter, the ones that the reasons speak of are named.
 */
final class Deciding {

    private static final int MOST_RULES = 2;

    private final Scenario scenario;
    private final int step;
    private final List<Location.InMemory> near = new ArrayList<>();

    Deciding(Scenario scenario, int step, Location... places) {
        this.scenario = scenario;
        this.step = step;
        for (Location place : places) {
            if (place instanceof Location.InMemory memory) {
                near.add(memory);
            }
        }
    }

    Explanation explain(Question question) {
        Film film = Film.of(scenario, step, Rules.LINUX, near);
        Told told = question.told(film);
        List<Cause> causes = new ArrayList<>(told.causes());
        film.stopped().ifPresent(problem -> causes.add(0, Cause.of(problem.step(), Moments.stops(problem))));
        List<Cause> kept = new ArrayList<>(causes.subList(0, Math.min(causes.size(), Explanation.MOST_REASONS)));
        List<Reason> reasons = kept.stream()
                .sorted(Comparator.comparingInt(Cause::step))
                .map(cause -> new Reason(scenario.written(cause.step()), cause.text()))
                .toList();
        return new Explanation(told.answer(), reasons, rules(kept, question, question.seen(film)));
    }

    private List<RuleWords> rules(List<Cause> causes, Question question, Object seen) {
        Set<Rule> deciding = EnumSet.noneOf(Rule.class);
        for (Rule rule : Rule.values()) {
            if (!seen.equals(question.seen(Film.atTheEnd(scenario, step, Rules.LINUX.without(rule), near)))) {
                deciding.add(rule);
            }
        }
        Set<Rule> named = new LinkedHashSet<>();
        for (int rank = 0; rank < Rule.values().length; rank++) {
            for (Cause cause : causes) {
                if (rank < cause.rules().size()
                        && deciding.contains(cause.rules().get(rank))) {
                    named.add(cause.rules().get(rank));
                }
            }
        }

        return named.stream().limit(MOST_RULES).map(RuleWords::of).toList();
    }
}
