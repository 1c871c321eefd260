package io.github.mmaplab.report;

import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;

/** What became of a scenario that was selected. */
public sealed interface Played {
    /** The scenario. */
    Scenario scenario();

    /**
     * It was played, to its end or as far as that was possible.
     *
     * @param nanos how long that took, in nanoseconds
     */
    record Finished(ScenarioResult result, long nanos) implements Played {
        @Override
        public Scenario scenario() {
            return result.scenario();
        }
    }

    /** A bug of ours came up. */
    record Crashed(Scenario scenario, Throwable cause) implements Played {}

    /**
     * Nothing of it could be checked on the kernel that it was to be played on, which says nothing about the scenario.
     *
     * @param why in a few words
     */
    record Unchecked(Scenario scenario, String why) implements Played {}

    /** It was not played, since another one had failed before. */
    record NotRun(Scenario scenario) implements Played {}
}
