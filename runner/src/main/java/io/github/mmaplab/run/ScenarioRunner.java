package io.github.mmaplab.run;

import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;

/** Plays scenarios. */
public final class ScenarioRunner {

    private ScenarioRunner() {}

    /** Plays {@code scenario} on {@code kernel}, which has just started and has the scenario's page size. */
    public static ScenarioResult run(Scenario scenario, Kernel kernel) {
        throw new IllegalStateException("not written yet");
    }
}
