package io.github.mmaplab.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mistaken kernels are whole kernels: whatever scenario they play, they play it to its end. */
final class MistakenKernelsTest {

    private static final int SCENARIOS = 200;

    private final Generator generator = new Generator(17, EnumSet.allOf(Feature.class), PageSize.FOUR_K.bytes());

    @ParameterizedTest
    @EnumSource
    void any_scenario_can_be_played_on(Misconception misconception) {
        for (int i = 0; i < SCENARIOS; i++) {
            String text = generator.text(i);
            ReadResult read = ScenarioReader.read("generated", text.getBytes(UTF_8));
            SimulatedKernel kernel = (SimulatedKernel) misconception.boot(PageSize.FOUR_K);

            var result = ScenarioRunner.explore(read.scenarios().get(0), kernel);

            assertThat(result.problems())
                    .as(text)
                    .noneMatch(problem -> problem instanceof Problem.NotPlayable && !isRefusedTransfer(result));
            kernel.machine().checkInvariants();
        }
    }

    /** Whether the last operation is a pread or pwrite that is refused, which shows only when it is played. */
    private static boolean isRefusedTransfer(ScenarioResult result) {
        List<Trace.Performed> performed = result.trace().performed();
        Trace.Performed last = performed.get(performed.size() - 1);
        return last.operation() instanceof Transfer && last.outcome() instanceof Outcome.Refused;
    }
}
