package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.PageCache;
import io.github.mmaplab.kernel.machine.Transition;

/**
 * pread(2) by a process outside the scenario. Returns the bytes, fewer than asked for at the end of the file, and at
 * most {@link Load#MOST_BYTES} of them.
 *
 * @param offset in bytes
 * @param length in bytes
 */
public record ReadFile(FileId file, long offset, long length) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = new Draft(machine);
        return draft.seal(read(draft));
    }

    private Outcome read(Draft draft) {
        if (offset >= 0 && Long.compareUnsigned(length, draft.pageSize().taskSize()) > 0) {
            // fs/read_write.c, vfs_read asks access_ok before anything else
            return failed(Errno.EFAULT, "no buffer can have " + number(length) + " bytes, pread(2)");
        }
        if (offset < 0 || offset + length < 0) {
            // fs/read_write.c, rw_verify_area
            return failed(Errno.EINVAL, "offset " + number(offset) + " and length are too large, pread(2)");
        }
        long there = Math.max(0, draft.file(file).size() - offset);
        int count = (int) Math.min(Math.min(length, there), Load.MOST_BYTES);
        PageCache cache = new PageCache(draft, file);
        return new Outcome.Done(cache.read(offset, count));
    }
}
