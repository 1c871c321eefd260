package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.Difference;
import io.github.mmaplab.compare.NotCompared;
import io.github.mmaplab.run.result.ScenarioResult;
import java.util.Set;

/** What came of a scenario that was played on two kernels. */
sealed interface DifferentialResult {

    /**
     * Both did the same.
     *
     * @param notCompared what could not be compared
     */
    record Same(ScenarioResult result, Set<NotCompared> notCompared) implements DifferentialResult {}

    /** They differ. */
    record Different(ScenarioResult result, Difference difference) implements DifferentialResult {}

    /** One of them was lost on the way. */
    record Lost(String why) implements DifferentialResult {}

    /** The scenario cannot be read, or cannot be played to its end. */
    record Unplayable(String why) implements DifferentialResult {}
}
