package io.github.mmaplab.failure;

import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.explain.Explainer;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Looked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What decided that something else was seen than expected: by the steps where they are written, in notes, and as the command
 * that tells more. Of a kernel that is not simulated nothing is said but the command, and that only if simulated Linux shows
 * the same.
 */
final class Decided {
    /** To try each of more steps takes seconds, which a report should not: the command that explains can be waited for. */
    private static final int MOST_STEPS = 1000;

    private final Scenario scenario;
    private final Map<Integer, StringBuilder> byStep = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private Decided(Scenario scenario) {
        this.scenario = scenario;
    }

    /** What decided it in a run of {@code scenario}. */
    static Decided of(Scenario scenario, Problem.WrongSight sight) {
        Decided decided = new Decided(scenario);
        Looked looked = sight.looked();
        if (looked.on() == Looked.On.SIMULATED_LINUX) {
            if (scenario.steps().size() <= MOST_STEPS) {
                explanation(scenario, sight).ifPresent(decided::add);
            }
            decided.help(sight);
        } else if (looked.on() == Looked.On.OTHER && isSeenOnSimulatedLinux(scenario, sight)) {
            decided.help(sight);
        }
        return decided;
    }

    private static Optional<Explanation> explanation(Scenario scenario, Problem.WrongSight sight) {
        int step = Math.min(sight.step(), scenario.steps().size());
        long from = sight.actual() instanceof Seen.Bytes bytes ? bytes.firstDifference() : 0;
        Optional<Explanation> explanation = Explainer.seen(
                scenario,
                step,
                sight.looked().location(),
                sight.place(),
                sight.looked().facet(),
                from);
        boolean counts =
                sight.looked().facet() instanceof PropertyIs is && is.property().owner() == Property.Owner.MACHINE;
        boolean same = !(sight.actual() instanceof Seen.Word word)
                || explanation
                        .map(each -> each.answer().startsWith(word.text() + " "))
                        .orElse(false);
        return counts && !same ? Optional.empty() : explanation;
    }

    private static boolean isSeenOnSimulatedLinux(Scenario scenario, Problem.WrongSight sight) {
        if (scenario.hasSeveralOutcomes()) {
            return false;
        }
        for (Problem problem : ScenarioRunner.run(scenario).problems()) {
            if (problem instanceof Problem.WrongSight simulated
                    && simulated.span().equals(sight.span())
                    && simulated.actual().equals(sight.actual())) {
                return true;
            }
        }
        return false;
    }

    private void add(Explanation explanation) {
        for (Reason reason : explanation.reasons()) {
            int step = scenario.played(reason.step());
            if (reason.isMoment() && reason.step() > 0) {
                StringBuilder sofar = byStep.computeIfAbsent(step, none -> new StringBuilder());
                sofar.append(sofar.length() == 0 ? "" : "; ").append(reason.text());
            } else {
                notes.add((reason.isMoment() ? "beginning" : reason.when()) + ": " + reason.text());
            }
        }
    }

    private void help(Problem.WrongSight sight) {
        int step = Math.min(sight.step(), scenario.steps().size());
        WhyCommandLine.of(scenario, sight.place(), step).ifPresent(command -> notes.add("help: " + command));
    }

    /** What the steps did, each where the step is written. */
    List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        byStep.forEach((step, text) -> labels.add(
                new Label(Titles.step(scenario, step).info().span(), "step " + scenario.written(step) + ": " + text)));
        return labels;
    }

    /** What was so before the first step and at the moment, and where to ask. */
    List<String> notes() {
        return notes;
    }
}
