package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.PageCache;

/**
 * ftruncate(2) on a descriptor that is open for writing.
 *
 * @param size in bytes
 */
record Truncate(FileId file, long size) implements OnFile.Semantics {

    @Override
    public Outcome on(Draft draft) {
        if (size < 0) {
            return negative(size);
        }
        if (size > draft.largest(draft.file(file).kind())) {
            return failed(Errno.EFBIG, "size " + number(size) + " is more than a file can have, ftruncate(2)");
        }
        Outcome sealed = Seals.forbidSize(draft, draft.file(file), size, "ftruncate(2)");
        if (sealed != null) {
            return sealed;
        }
        return new PageCache(draft, file).resize(size) ? Outcome.Ok.ZERO : Scene.leavesTooMany();
    }

    /** The outcome of a size that is negative for the kernel. */
    static Outcome negative(long size) {
        return failed(Errno.EINVAL, "size " + number(size) + " is negative for the kernel, ftruncate(2)");
    }
}
