package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.lesser;
import static io.github.mmaplab.kernel.call.Scene.unaligned;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.PageCache;
import io.github.mmaplab.kernel.machine.PrivateCopies;
import io.github.mmaplab.kernel.machine.Stores;
import io.github.mmaplab.kernel.memory.Mapping;

/** msync(2), as mm/msync.c goes about it: holes are skipped, and reported at the end. */
record Msync(ProcessId process, long address, long length, Flags flags) implements OnRange.Semantics {

    private static final Flags ASYNC_ALONE = Flags.of(SyncFlag.ASYNC);

    @Override
    public Outcome on(Draft draft) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(address)) {
            return failed(Errno.EINVAL, unaligned("address", address) + ", msync(2)");
        }
        if (flags.contains(SyncFlag.SYNC) && flags.contains(SyncFlag.ASYNC)) {
            return failed(Errno.EINVAL, "MS_SYNC and MS_ASYNC exclude each other, msync(2)");
        }
        long end = address + pageSize.ceil(length);
        if (Long.compareUnsigned(end, address) < 0) {
            return failed(Errno.ENOMEM, "the range reaches beyond the address space, msync(2)");
        }
        long reached = address;
        boolean hole = false;
        for (Mapping mapping : draft.space(process).overlapping(address, end)) {
            hole |= mapping.start() > reached;
            if (hole && flags.equals(ASYNC_ALONE)) {
                break;
            }
            if (flags.contains(SyncFlag.INVALIDATE) && mapping.locked()) {
                return failed(Errno.EBUSY, "the mapping is locked into memory, msync(2) MS_INVALIDATE");
            }
            reached = mapping.end();
            writeBack(draft, mapping, end);
        }
        return hole || Long.compareUnsigned(reached, end) < 0
                ? failed(Errno.ENOMEM, "part of the range is not mapped, msync(2)")
                : Outcome.Ok.ZERO;
    }

    private void writeBack(Draft draft, Mapping mapping, long end) {
        FileId file = mapping.file();
        if (draft.believes(Myth.MSYNC_SAVES_PRIVATE)) {
            new PrivateCopies(draft).save(process, Math.max(address, mapping.start()), lesser(end, mapping.end()));
        }
        if (file == null || !(mapping.shared() || draft.believes(Myth.MSYNC_SAVES_PRIVATE))) {
            return;
        }
        PageSize pageSize = draft.pageSize();
        long from = mapping.filePage(Math.max(address, mapping.start()), pageSize);
        long last = mapping.filePage(lesser(end, mapping.end()) - 1, pageSize);
        if (flags.contains(SyncFlag.SYNC) || flags.contains(SyncFlag.ASYNC)) {
            new Stores(draft, process).show(file, from, last + 1);
        }
        if (flags.contains(SyncFlag.SYNC) && mapping.mayWrite()) {
            new PageCache(draft, file).writeBack(from, last + 1);
        }
    }
}
