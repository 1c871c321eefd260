package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.PageCache;

/**
 * fallocate(2) with FALLOC_FL_PUNCH_HOLE and FALLOC_FL_KEEP_SIZE, on a descriptor that is open for writing.
 *
 * @param offset where the hole begins, in bytes
 * @param length in bytes
 */
record Punch(FileId file, long offset, long length) implements OnFile.Semantics {

    @Override
    public Outcome on(Draft draft) {
        if (offset < 0 || length <= 0) {
            String wrong = offset < 0 ? "offset " + number(offset) : "length " + number(length);
            return failed(Errno.EINVAL, wrong + " is not allowed, fallocate(2)");
        }
        long largest = draft.largest(draft.file(file).kind());
        if (offset + length < 0 || offset + length > largest) {
            return failed(Errno.EFBIG, "offset and length are more than a file can have, fallocate(2)");
        }
        Outcome sealed = Seals.forbidWriting(draft.file(file), "fallocate(2)");
        if (sealed != null) {
            return sealed;
        }
        new PageCache(draft, file).punch(offset, length);
        return Outcome.Ok.ZERO;
    }
}
