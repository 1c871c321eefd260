package io.github.mmaplab.assertj;

import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;

/** Assertions about the result of playing a scenario on the simulated kernel. */
public class ScenarioAssert extends Checked<ScenarioAssert, Scenario> {

    /** Use {@link MmaplabAssertions}. */
    public ScenarioAssert(Scenario scenario) {
        super(scenario, ScenarioAssert.class);
    }

    /** The scenario passes. If it does not, the message says what is seen instead, and why. */
    public ScenarioAssert passes() {
        isNotNull();
        return demandPassed(ScenarioRunner.run(actual));
    }

    /** The scenario fails. Further assertions can be made about its problems. */
    public FailureAssert fails() {
        isNotNull();
        ScenarioResult result = ScenarioRunner.run(actual);
        if (result.passed()) {
            fails("expected to fail, but it passes: " + Titles.of(actual) + " (" + Titles.place(actual) + ")");
        }
        demandVerdict(result);
        return next(FailureAssert.class, Failures.class, Failures.of(List.of(result)), FailureAssert::new);
    }
}
