package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.OpenFile;
import io.github.mmaplab.kernel.machine.Transition;

/**
 * dup(2): one more descriptor for an open file.
 *
 * @param copy the new one
 */
public record Dup(ProcessId process, DescriptorId descriptor, DescriptorId copy) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        OpenFile open = draft.opened(process, descriptor);
        if (open == null) {
            return draft.seal(Scene.notOpen("dup(2)"));
        }
        draft.open(process, copy, open);
        return draft.seal(Outcome.Ok.ZERO);
    }
}
