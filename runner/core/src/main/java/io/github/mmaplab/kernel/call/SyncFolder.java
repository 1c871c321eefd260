package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.disk.Change;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;

/** fsync(2) of the folder that the files are in: its names reach the disk. */
public record SyncFolder() implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = new Draft(machine);
        draft.note(new Change.FolderSynced());
        return draft.seal(Outcome.Ok.ZERO);
    }
}
