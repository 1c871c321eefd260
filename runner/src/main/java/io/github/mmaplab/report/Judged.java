package io.github.mmaplab.report;

import io.github.mmaplab.compare.Compared;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.model.Scenario;

/** The result of a scenario that was to be played on two kernels. */
public sealed interface Judged {
    /** The scenario. */
    Scenario scenario();

    /** It was played on both, to its end if possible. */
    record Finished(Compared compared) implements Judged {
        @Override
        public Scenario scenario() {
            return compared.result().scenario();
        }

        /** Whether the two kernels differ. */
        public boolean different() {
            return compared.difference().isPresent();
        }

        /** Whether it could be played to its end. */
        public boolean complete() {
            return compared.result().verdict() != Verdict.ERROR;
        }
    }

    /**
     * One of the kernels cannot play it. This is no verdict on the scenario.
     *
     * @param why in a few words
     */
    record Unchecked(Scenario scenario, String why) implements Judged {}

    /** It hit a bug of ours. */
    record Crashed(Scenario scenario, Throwable cause) implements Judged {}
}
