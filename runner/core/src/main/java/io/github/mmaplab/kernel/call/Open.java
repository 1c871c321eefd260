package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.OpenFile;
import io.github.mmaplab.kernel.machine.Transition;

/**
 * open(2) of a file by its name, without O_CREAT.
 *
 * @param descriptor what refers to the file from now on
 */
public record Open(ProcessId process, DescriptorId descriptor, FileId file, OpenMode mode) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        Outcome wrong = Scene.notOpened(draft.file(file), mode);
        if (wrong != null) {
            return draft.seal(wrong);
        }
        draft.open(process, descriptor, new OpenFile(file, mode, draft.open()));
        return draft.seal(Outcome.Ok.ZERO);
    }
}
