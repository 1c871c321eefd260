package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.AddressSpace;

/** Sets the scene: a process without relatives and without mappings runs. */
public record Spawn(ProcessId process) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = new Draft(machine);
        draft.start(process, AddressSpace.EMPTY);
        draft.note(new Event.ProcessStarted(process));
        return draft.seal(Outcome.Ok.ZERO);
    }
}
