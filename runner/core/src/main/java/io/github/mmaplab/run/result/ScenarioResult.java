package io.github.mmaplab.run.result;

import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;

/**
 * The result of a scenario.
 *
 * @param checks how many expectations (facets) and expected step outcomes were looked at
 * @param problems what was not as expected, in the order met; empty if and only if the verdict is passed
 * @param notChecked what the kernel could not be asked about
 * @param replies what was answered to the questions of an exercise, in the order asked
 * @param trace everything that was done, in order
 */
public record ScenarioResult(
        Scenario scenario,
        Verdict verdict,
        int checks,
        List<Problem> problems,
        List<NotChecked> notChecked,
        List<Replied> replies,
        Trace trace) {

    /** Copies the lists. */
    public ScenarioResult {
        problems = List.copyOf(problems);
        notChecked = List.copyOf(notChecked);
        replies = List.copyOf(replies);
    }

    /** That a scenario could not even be begun. */
    public static ScenarioResult notPlayable(Scenario scenario, String message, String hint) {
        Problem problem = new Problem.Impossible(0, message, hint, scenario.span());
        return new ScenarioResult(scenario, Verdict.ERROR, 0, List.of(problem), List.of(), List.of(), Trace.empty());
    }

    /** Whether there are more states than were searched, and nothing that is wrong was found. */
    public boolean isUndecided() {
        return !problems.isEmpty() && problems.stream().allMatch(Problem.NotDecided.class::isInstance);
    }

    /** Whether everything was as expected. */
    public boolean passed() {
        return verdict == Verdict.PASSED;
    }
}
