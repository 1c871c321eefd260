package io.github.mmaplab.assertj;

import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;

/** Assertions about what comes of playing a scenario on the simulated kernel. */
public class ScenarioAssert extends Checked<ScenarioAssert, Scenario> {

    /** To be had from {@link MmaplabAssertions}. */
    public ScenarioAssert(Scenario scenario) {
        super(scenario, ScenarioAssert.class);
    }

    /** Everything is as the scenario expects it. If not, the message tells what is seen instead, and why. */
    public ScenarioAssert passes() {
        isNotNull();
        return demandPassed(ScenarioRunner.run(actual));
    }

    /** Something is not as the scenario expects it. What that is can be asserted further. */
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
