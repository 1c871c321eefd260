package io.github.mmaplab.cli.play;

import io.github.mmaplab.scenario.model.Scenario;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what scenarios come to. The rows of a scenario come one behind the other; the worst of their runs decides.
 *
 * @param <F> what a run comes to, the worst last
 */
final class Worst<F extends Enum<F>> {
    private final Map<F, Integer> scenarios;
    private @Nullable Scenario current;
    private @Nullable F worst;

    /** Nothing yet. */
    Worst(Class<F> fates) {
        scenarios = new EnumMap<>(fates);
    }

    /** One more run. */
    void add(Scenario scenario, F fate) {
        if (worst == null || current == null || !scenario.isOfOneDocumentWith(current)) {
            close();
            current = scenario;
            worst = fate;
        } else if (fate.compareTo(worst) > 0) {
            worst = fate;
        }
    }

    /** There are no further runs of the last scenario. */
    void close() {
        if (worst != null) {
            scenarios.put(worst, count(worst) + 1);
        }
        current = null;
        worst = null;
    }

    /** How many of the scenarios that are over came to that. */
    int count(F fate) {
        return scenarios.getOrDefault(fate, 0);
    }
}
