package io.github.mmaplab.report;

import io.github.mmaplab.run.result.ParallelRuns;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;

/** The result of a scenario that was selected. */
public sealed interface Played {
    /** The scenario. */
    Scenario scenario();

    /**
     * It was played, to its end if possible.
     *
     * @param nanos the duration in nanoseconds
     */
    record Finished(ScenarioResult result, long nanos) implements Played {
        @Override
        public Scenario scenario() {
            return result.scenario();
        }
    }

    /**
     * Its branches ran at once, again and again.
     *
     * @param nanos the duration in nanoseconds
     */
    record Parallel(ParallelRuns runs, long nanos) implements Played {
        @Override
        public Scenario scenario() {
            return runs.scenario();
        }
    }

    /** It hit a bug of ours. */
    record Crashed(Scenario scenario, Throwable cause) implements Played {}

    /**
     * Nothing of it could be checked on its kernel. This is no verdict on the scenario.
     *
     * @param why in a few words
     */
    record Unchecked(Scenario scenario, String why) implements Played {}

    /** It was not played, because another one had failed before. */
    record NotRun(Scenario scenario) implements Played {}
}
