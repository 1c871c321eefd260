package io.github.mmaplab.recording;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Machine;
import java.util.List;
import java.util.Optional;

/**
 * One operation of a run, with the whole machine before and after it.
 *
 * @param step the step it belongs to, in the order that is played; 0 for the scene
 * @param target which of the step's targets it is about, from 0; of a step without targets, which operation it is
 */
public record Act(
        int step, int target, Operation operation, Outcome outcome, List<Event> events, Machine before, Machine after) {

    /** The process that does it; empty for another program, and while the scenario is set up. */
    public Optional<ProcessId> process() {
        return operation.subject();
    }
}
