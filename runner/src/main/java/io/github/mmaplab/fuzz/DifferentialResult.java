package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.Difference;
import io.github.mmaplab.compare.NotCompared;
import io.github.mmaplab.run.result.ScenarioResult;
import java.util.Set;

/** The result of playing a scenario on two kernels. */
sealed interface DifferentialResult {

    /**
     * Both kernels did the same.
     *
     * @param notCompared what could not be compared
     */
    record Same(ScenarioResult result, Set<NotCompared> notCompared) implements DifferentialResult {}

    /** The kernels differ. */
    record Different(ScenarioResult result, Difference difference) implements DifferentialResult {}

    /** A kernel was lost during the scenario. */
    record Lost(String why) implements DifferentialResult {}

    /** A kernel has refused a step, which is not simulated or too much for this machine: it was compared up to there. */
    record Refused(ScenarioResult result) implements DifferentialResult {}

    /** The scenario cannot be read, or not be played to its end. */
    record Unplayable(String why) implements DifferentialResult {}
}
