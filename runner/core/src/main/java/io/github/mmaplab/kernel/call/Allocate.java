package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FallocateFlag;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.PageCache;

/**
 * fallocate(2) on a descriptor that is open for writing, in the order of fs/open.c, vfs_fallocate. Space that is allocated
 * reads as zeros, as a hole does, and has no pages until they are touched; what remains is the size. There is
 * always room.
 *
 * @param offset where the range begins, in bytes
 * @param length in bytes
 */
record Allocate(FileId file, long offset, long length, Flags flags) implements OnFile.Semantics {

    @Override
    public Outcome on(Draft draft) {
        if (offset < 0 || length <= 0) {
            String wrong = offset < 0 ? "offset " + number(offset) : "length " + number(length);
            return failed(Errno.EINVAL, wrong + " is not allowed, fallocate(2)");
        }
        long end = offset + length;
        if (end < 0 || end > draft.largest(draft.file(file).kind())) {
            return failed(Errno.EFBIG, "offset and length are more than a file can have, fallocate(2)");
        }
        if (end > draft.file(file).size()) {
            // mm/shmem.c, shmem_fallocate: whether the file keeps its size or not
            Outcome sealed = Seals.forbidSize(draft, draft.file(file), end, "fallocate(2)");
            if (sealed != null) {
                return sealed;
            }
        }
        if (!flags.contains(FallocateFlag.KEEP_SIZE) && end > draft.file(file).size()) {
            // fs/ext4/extents.c, ext4_fallocate: the file ends where a write of nothing there would leave its end
            new PageCache(draft, file).write(end, Data.EMPTY);
        }
        return Outcome.Ok.ZERO;
    }
}
