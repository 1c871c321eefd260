package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.PageCache;
import io.github.mmaplab.kernel.machine.Transition;

/** fsync(2): all pages of the file and its size reach the disk, if it has one. */
public record Sync(FileId file) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = new Draft(machine);
        new PageCache(draft, file).writeBack(0, Long.MAX_VALUE);
        return draft.seal(Outcome.Ok.ZERO);
    }
}
