package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.compare.Difference;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a difference as a scenario. Its steps have the outcomes of the real kernel. Where these do not distinguish the
 * kernels, an expectation does. So the simulated kernel fails the scenario until it is fixed.
 */
final class Witness {

    /** How many times the steps are corrected: each round can reveal the next deviation. */
    private static final int ROUNDS = 8;

    private final DifferentialRunner runner;

    private Witness(DifferentialRunner runner) {
        this.runner = runner;
    }

    /**
     * Writes a difference.
     *
     * @param origin the command that found it
     */
    static String write(DifferentialRunner runner, String origin, Shrinker.Shrunk shrunk) {
        Witness witness = new Witness(runner);
        GeneratedScenario recorded = witness.recorded(shrunk.scenario());
        GeneratedScenario decisive = witness.decisive(recorded).orElse(recorded);
        String about = about(origin, shrunk.difference());
        if (!witness.decides(decisive)) {
            about += "No expectation can distinguish the two kernels here.\n";
        }
        return decisive.text(title(shrunk.difference()), about);
    }

    private static String title(Difference difference) {
        String operation = difference.operation().name();
        return "The kernels differ in the " + difference.aspect().word() + " after " + operation;
    }

    private static String about(String origin, Difference difference) {
        return origin + "\nSimulated: " + oneLine(difference.simulated()) + ".\nReal: " + oneLine(difference.real())
                + ".\n";
    }

    private static String oneLine(String side) {
        return String.join("; ", side.lines().toList());
    }

    /** A copy with the outcomes of the real kernel. */
    private GeneratedScenario recorded(GeneratedScenario scenario) {
        GeneratedScenario recorded = scenario;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<ScenarioResult> result = runner.onReal(recorded);
            if (result.isEmpty() || result.get().passed()) {
                return recorded;
            }
            recorded = corrected(recorded, result.get());
        }
        return recorded;
    }

    private static GeneratedScenario corrected(GeneratedScenario scenario, ScenarioResult result) {
        List<GeneratedStep> steps = new ArrayList<>(scenario.steps());
        for (Problem problem : result.problems()) {
            int index = problem.step() - 1;
            if (index >= 0 && index < steps.size()) {
                steps.set(index, corrected(steps.get(index), problem));
            }
        }
        return scenario.withSteps(steps);
    }

    private static GeneratedStep corrected(GeneratedStep step, Problem problem) {
        if (problem instanceof Problem.WrongOutcome wrong && step instanceof GeneratedStep.Action action) {
            return action.comingTo(outcome(wrong.actual(), action.dies()));
        }
        return problem instanceof Problem.WrongSight sight && step instanceof GeneratedStep.Expect expect
                ? new GeneratedStep.Expect(Observation.of(sight).correct(expect.row()))
                : step;
    }

    private static String outcome(Outcome outcome, boolean dies) {
        if (outcome instanceof Outcome.Failed failed) {
            return "fails: " + failed.errno();
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return dies
                    ? "dies: " + signalled.signal()
                    : "raises: { signal: " + signalled.signal() + ", code: " + signalled.code() + " }";
        }
        return "";
    }

    /** Whether the real kernel passes the scenario and the simulated one does not. */
    private boolean decides(GeneratedScenario scenario) {
        Optional<ScenarioResult> real = runner.onReal(scenario);
        return real.isPresent()
                && real.get().passed()
                && !runner.onSimulated(scenario).orElseThrow().passed();
    }

    /** A copy with one more expectation, if it needs one and one is found. */
    private Optional<GeneratedScenario> decisive(GeneratedScenario recorded) {
        if (decides(recorded)) {
            return Optional.of(recorded);
        }
        int last = recorded.steps().size() + 1;
        for (ExpectRow row : ExpectRows.about(recorded.names())) {
            GeneratedScenario asked = recorded.plus(new GeneratedStep.Expect(row));
            Optional<Observation> real = runner.onReal(asked).map(result -> Observation.at(last, result));
            Optional<Observation> simulated = runner.onSimulated(asked).map(result -> Observation.at(last, result));
            if (real.isPresent() && simulated.isPresent() && !real.get().same(simulated.get())) {
                ExpectRow answer = real.get().correct(row, simulated.get());
                GeneratedScenario answered = recorded.plus(new GeneratedStep.Expect(answer));
                if (decides(answered)) {
                    return Optional.of(answered);
                }
            }
        }
        return Optional.empty();
    }
}
