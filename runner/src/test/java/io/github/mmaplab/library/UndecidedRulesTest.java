package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A kernel with a mistake that Linux does not ask for in a scenario plays it as Linux does. */
class UndecidedRulesTest {
    @Test
    void what_is_not_asked_for_decides_nothing() throws IOException {
        int undecided = 0;
        int decided = 0;
        for (Scenario scenario : Library.scenarios()) {
            Set<Enum<?>> asked = new HashSet<>();
            ScenarioResult linux = Exploration.explore(scenario, KernelSource.simulated(Rules.LINUX.noting(asked)));
            for (Misconception misconception : Misconception.values()) {
                if (misconception.isDecidedBy(asked)) {
                    decided++;
                    continue;
                }
                undecided++;
                assertThat(Exploration.explore(scenario, misconception::boot).trace())
                        .as(misconception.id())
                        .isEqualTo(linux.trace());
            }
        }
        assertThat(undecided).isGreaterThan(2_000);
        assertThat(decided).isGreaterThan(1_000);
    }
}
