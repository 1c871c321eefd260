package io.github.mmaplab.assertj;

import io.github.mmaplab.lab.Machine;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.file.Path;

/**
 * Where AssertJ's assertions about scenarios and machines begin. To be imported statically, beside AssertJ's own.
 * {@link MmaplabSoftAssertions} has the same, and collects what does not hold.
 */
public final class MmaplabAssertions {
    private MmaplabAssertions() {}

    /** About what comes of playing a scenario. */
    public static ScenarioAssert assertThat(Scenario scenario) {
        return new ScenarioAssert(scenario);
    }

    /** About what is seen on a machine now. */
    public static MachineAssert assertThat(Machine machine) {
        return new MachineAssert(machine);
    }

    /** About all scenarios of a file, which is read when something is asserted. */
    public static ScenarioFileAssert assertThatScenario(Path file) {
        return new ScenarioFileAssert(ScenarioFile.of(file));
    }

    /**
     * About the scenarios of a file that stand at a line: the row of {@code cases} there, else all runs of the document.
     *
     * @param line from 1
     */
    public static ScenarioFileAssert assertThatScenario(Path file, int line) {
        return new ScenarioFileAssert(ScenarioFile.of(file, line));
    }

    /** The same, written as for {@code mmaplab run}: {@code cow.scenario.yaml}, or {@code cow.scenario.yaml:12}. */
    public static ScenarioFileAssert assertThatScenario(String file) {
        return new ScenarioFileAssert(ScenarioFile.of(file));
    }
}
