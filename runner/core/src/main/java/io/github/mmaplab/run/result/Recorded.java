package io.github.mmaplab.run.result;

import io.github.mmaplab.kernel.machine.Machine;
import java.util.List;

/**
 * A run on the simulated kernel, and its machines.
 *
 * @param machines the machine after each operation of the trace
 */
public record Recorded(ScenarioResult result, List<Machine> machines) {
    /** Copies the list. */
    public Recorded {
        machines = List.copyOf(machines);
    }
}
