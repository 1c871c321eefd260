package io.github.mmaplab.cli.play;

import io.github.mmaplab.scenario.model.Scenario;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the results of scenarios. The rows of a scenario are added in sequence; the worst of their runs counts.
 *
 * @param <F> the result of a run, the worst last
 */
final class WorstResults<F extends Enum<F>> {
    private final Map<F, Integer> scenarios;
    private @Nullable Scenario current;
    private @Nullable F worst;

    WorstResults(Class<F> fates) {
        scenarios = new EnumMap<>(fates);
    }

    /** Adds a run. */
    void add(Scenario scenario, F fate) {
        if (worst == null || current == null || !scenario.isOfOneDocumentWith(current)) {
            close();
            current = scenario;
            worst = fate;
        } else if (fate.compareTo(worst) > 0) {
            worst = fate;
        }
    }

    /** Ends the runs of the last scenario. */
    void close() {
        if (worst != null) {
            scenarios.put(worst, count(worst) + 1);
        }
        current = null;
        worst = null;
    }

    /** The number of scenarios with this result. */
    int count(F fate) {
        return scenarios.getOrDefault(fate, 0);
    }
}
