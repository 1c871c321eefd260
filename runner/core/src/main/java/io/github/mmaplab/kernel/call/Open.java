package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.OpenFlag;
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
 * @param flags of open(2), {@link OpenFlag}s
 * @param descriptor what refers to the file from now on
 */
public record Open(ProcessId process, DescriptorId descriptor, FileId file, OpenMode mode, Flags flags)
        implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        return draft.seal(open(draft));
    }

    private Outcome open(Draft draft) {
        boolean empties = flags.contains(OpenFlag.TRUNCATE);
        // fs/namei.c, build_open_flags: O_TRUNC needs permission to write, however the file is opened
        Outcome wrong = Scene.notOpened(draft.file(file), empties ? OpenMode.READ_WRITE : mode);
        if (wrong == null && empties) {
            Outcome emptied = new Truncate(file, 0).on(draft);
            wrong = emptied.succeeded() ? null : emptied;
        }
        if (wrong != null) {
            return wrong;
        }
        draft.open(process, descriptor, new OpenFile(file, mode, flags.contains(OpenFlag.APPEND), draft.open()));
        return Outcome.Ok.ZERO;
    }
}
