package io.github.mmaplab.compare;

import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * What came of playing a scenario on two kernels at once.
 *
 * @param result what came of it on the simulated one; that an expectation failed there is no difference
 * @param difference the first
 * @param notCompared what could not be compared, each once
 */
public record Compared(ScenarioResult result, Optional<Difference> difference, List<NotCompared> notCompared) {

    /** Copies the list. */
    public Compared {
        notCompared = List.copyOf(notCompared);
    }

    /** Plays {@code scenario} on two kernels that have just started, as far as it goes, whatever it expects. */
    public static Compared play(Scenario scenario, Kernel simulated, Kernel real) {
        Pair pair = new Pair(simulated, real);
        ScenarioResult result = ScenarioRunner.explore(scenario, pair);
        return new Compared(result, pair.difference(), List.copyOf(pair.notCompared()));
    }

    /**
     * The moment of the difference, if there is one: the number of the step, from 1; 0 before the first step; one more
     * than there are, at the end.
     */
    public int step() {
        return difference.isEmpty()
                ? 0
                : result.trace().performed().get(difference.get().performed()).step();
    }
}
