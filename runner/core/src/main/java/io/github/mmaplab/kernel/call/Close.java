package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;

/** close(2): the descriptor refers to nothing any more. Mappings that were made through it stay, and so do duplicates. */
public record Close(ProcessId process, DescriptorId descriptor) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        if (draft.opened(process, descriptor) == null) {
            return draft.seal(Scene.notOpen("close(2)"));
        }
        draft.close(process, descriptor);
        return draft.seal(Outcome.Ok.ZERO);
    }
}
