package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library of scenarios on kernels that lack a rule: it notices each, and no such kernel breaks down. */
final class MistakenKernelsTest {

    @ParameterizedTest
    @EnumSource
    void the_library_can_be_played_without(Rule rule) throws IOException {
        int failed = 0;
        for (Path file : LibraryTest.files()) {
            for (Scenario scenario : ScenarioReader.read(file, file.toString()).scenarios()) {
                failed += passes(scenario, Rules.LINUX.without(rule)) ? 0 : 1;
            }
        }
        assertThat(failed).as("scenarios that notice").isPositive();
    }

    private static boolean passes(Scenario scenario, Rules rules) {
        SimulatedKernel kernel = new SimulatedKernel(Machine.boot(new PageSize(scenario.pageSize()), rules));
        boolean passed = ScenarioRunner.run(scenario, kernel).passed();
        kernel.machine().checkInvariants();
        return passed;
    }
}
