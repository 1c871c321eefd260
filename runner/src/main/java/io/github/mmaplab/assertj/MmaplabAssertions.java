package io.github.mmaplab.assertj;

import io.github.mmaplab.lab.Machine;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.file.Path;

/**
 * The entry points of AssertJ's assertions about scenarios and machines, to import statically beside AssertJ's own.
 * {@link MmaplabSoftAssertions} has the same methods and collects failures.
 */
public final class MmaplabAssertions {
    private MmaplabAssertions() {}

    /** Assertions about the result of playing a scenario. */
    public static ScenarioAssert assertThat(Scenario scenario) {
        return new ScenarioAssert(scenario);
    }

    /** Assertions about what is seen on a machine now. */
    public static MachineAssert assertThat(Machine machine) {
        return new MachineAssert(machine);
    }

    /** Assertions about all scenarios of a file, which is read by each assertion. */
    public static ScenarioFileAssert assertThatScenario(Path file) {
        return new ScenarioFileAssert(ScenarioFile.of(file));
    }

    /**
     * Assertions about the scenarios at a line of a file: the row of {@code cases} there, otherwise all runs of the
     * document.
     *
     * @param line from 1
     */
    public static ScenarioFileAssert assertThatScenario(Path file, int line) {
        return new ScenarioFileAssert(ScenarioFile.of(file, line));
    }

    /**
     * Assertions about the scenarios of a file, written as for {@code mmaplab run}: {@code cow.scenario.yaml} or {@code
     * cow.scenario.yaml:12}.
     */
    public static ScenarioFileAssert assertThatScenario(String file) {
        return new ScenarioFileAssert(ScenarioFile.of(file));
    }
}
