package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.Difference;
import io.github.mmaplab.compare.NotCompared;
import io.github.mmaplab.run.result.ScenarioResult;
import java.util.Set;

/** What came of a scenario that was played on two kernels. */
sealed interface Meeting {

    /**
     * Both did the same.
     *
     * @param notCompared what could not be compared
     */
    record Alike(ScenarioResult result, Set<NotCompared> notCompared) implements Meeting {}

    /** They differ. */
    record Apart(ScenarioResult result, Difference difference) implements Meeting {

        /** The step at which they went apart: 0 for the scene, one more than there are at the end. */
        int step() {
            return result.trace().performed().get(difference.performed()).step();
        }
    }

    /** One of them was lost on the way. */
    record Lost(String why) implements Meeting {}

    /** The scenario cannot be read, or cannot be played to its end. */
    record Unplayable(String why) implements Meeting {}
}
