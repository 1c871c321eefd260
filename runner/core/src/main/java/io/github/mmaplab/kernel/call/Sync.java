package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.PageCache;

/** fsync(2): all pages of the file and its size reach the disk, if it has one. */
record Sync(FileId file) implements OnFile.Semantics {

    @Override
    public Outcome on(Draft draft) {
        new PageCache(draft, file).writeBack(0, Long.MAX_VALUE);
        return Outcome.Ok.ZERO;
    }
}
