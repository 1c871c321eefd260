package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.PageCache;
import io.github.mmaplab.kernel.machine.Transition;

/**
 * pwrite(2) by a process outside the scenario. Returns how many bytes were written.
 *
 * @param offset in bytes
 */
public record WriteFile(FileId file, long offset, Data data) implements Operation {

    /** How many bytes one call writes at most. */
    static final int MOST_BYTES = 1 << 30;

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = new Draft(machine);
        return draft.seal(write(draft));
    }

    private Outcome write(Draft draft) {
        long largest = draft.largest(draft.file(file).kind());
        if (offset < 0 || data.length() < 0 || offset + data.length() < 0) {
            // fs/read_write.c, rw_verify_area
            return failed(Errno.EINVAL, "offset " + number(offset) + " and length are too large, pwrite(2)");
        }
        if (data.length() == 0) {
            return Outcome.Ok.ZERO;
        }
        if (offset >= largest) {
            return failed(Errno.EFBIG, "offset " + number(offset) + " is more than a file can have, write(2)");
        }
        Outcome sealed = Seals.forbidWriting(draft.file(file), "write(2)");
        if (sealed != null) {
            return sealed;
        }
        if (data.length() > MOST_BYTES) {
            return new Outcome.Refused("a write(2) of more than " + MOST_BYTES + " bytes");
        }
        if (data.length() > largest - offset) {
            return new Outcome.Refused("a write(2) that only fits in part");
        }
        long end = offset + data.length();
        Outcome wrong = Seals.forbidSize(
                draft, draft.file(file), Math.max(end, draft.file(file).size()), "write(2)");
        if (wrong == null) {
            new PageCache(draft, file).write(offset, data);
            return new Outcome.Ok(data.length());
        }
        // mm/filemap.c, generic_perform_write: page by page, each as a whole or not at all
        long fits = draft.pageSize().floor(draft.file(file).size()) - offset;
        if (fits <= 0) {
            return wrong;
        }
        new PageCache(draft, file).write(offset, data.first((int) fits));
        return new Outcome.Ok(fits);
    }
}
