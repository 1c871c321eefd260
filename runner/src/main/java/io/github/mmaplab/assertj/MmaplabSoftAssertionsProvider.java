package io.github.mmaplab.assertj;

import io.github.mmaplab.lab.Machine;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Soft assertions about scenarios and machines, for a class of your own that extends one of AssertJ's. The assertions
 * that they lead to are soft too.
 */
public interface MmaplabSoftAssertionsProvider extends SoftAssertionsProvider {

    /** See {@link MmaplabAssertions#assertThat(Scenario)}. */
    default ScenarioAssert assertThat(Scenario scenario) {
        return proxy(ScenarioAssert.class, Scenario.class, scenario).collectedBy(this);
    }

    /** See {@link MmaplabAssertions#assertThat(Machine)}. */
    default MachineAssert assertThat(Machine machine) {
        return proxy(MachineAssert.class, Machine.class, machine).collectedBy(this);
    }

    /** See {@link MmaplabAssertions#assertThatScenario(Path)}. */
    default ScenarioFileAssert assertThatScenario(Path file) {
        return proxy(ScenarioFileAssert.class, ScenarioFile.class, ScenarioFile.of(file))
                .collectedBy(this);
    }

    /** See {@link MmaplabAssertions#assertThatScenario(Path, int)}. */
    default ScenarioFileAssert assertThatScenario(Path file, int line) {
        return proxy(ScenarioFileAssert.class, ScenarioFile.class, ScenarioFile.of(file, line))
                .collectedBy(this);
    }

    /** See {@link MmaplabAssertions#assertThatScenario(String)}. */
    default ScenarioFileAssert assertThatScenario(String file) {
        return proxy(ScenarioFileAssert.class, ScenarioFile.class, ScenarioFile.of(file))
                .collectedBy(this);
    }
}
