package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library of scenarios on mistaken kernels: it notices each, and no such kernel breaks down. */
final class MistakenKernelsTest {

    @ParameterizedTest
    @EnumSource
    void the_library_can_be_played_on(Misconception misconception) throws IOException {
        int failed = 0;
        for (Path file : LibraryTest.files()) {
            for (Scenario scenario : InputFiles.scenarios(file, file.toString()).scenarios()) {
                failed += passes(scenario, misconception) ? 0 : 1;
            }
        }
        assertThat(failed).as("scenarios that notice").isPositive();
    }

    private static boolean passes(Scenario scenario, Misconception misconception) {
        List<SimulatedKernel> kernels = new ArrayList<>();
        boolean passed = Exploration.run(scenario, pageSize -> {
                    kernels.add((SimulatedKernel) misconception.boot(pageSize));
                    return kernels.get(kernels.size() - 1);
                })
                .passed();
        kernels.forEach(kernel -> kernel.machine().checkInvariants());
        return passed;
    }
}
