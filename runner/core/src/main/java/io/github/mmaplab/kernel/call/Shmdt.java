package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * shmdt(2), as ipc/shm.c ksys_shmdt goes about it: an attachment is what shows page N of a segment N pages after the
 * address. The first piece of it is unmapped wherever it is, the others up to the size of the segment.
 */
record Shmdt(ProcessId process, long address) implements OnRange.Semantics {

    @Override
    public Outcome on(Draft draft) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(address)) {
            return Scene.failed(Errno.EINVAL, Scene.unaligned("address", address) + ", shmdt(2)");
        }
        List<Mapping> above = draft.space(process).overlapping(address, pageSize.taskSize());
        Mapping first = null;
        for (Mapping mapping : above) {
            if (first == null) {
                first = isPiece(draft, mapping, null) ? mapping : null;
            } else if (mapping.end() - address
                    > pageSize.ceil(draft.file(segment(first)).size())) {
                break;
            } else if (isPiece(draft, mapping, first)) {
                unmap(draft, mapping);
            }
        }
        if (first == null) {
            return Scene.failed(Errno.EINVAL, "no segment is attached at this address, shmdt(2)");
        }
        unmap(draft, first);
        return Outcome.Ok.ZERO;
    }

    /** Whether a mapping is a piece of the attachment, which a first piece tells apart from others. */
    private boolean isPiece(Draft draft, Mapping mapping, @Nullable Mapping first) {
        return draft.isAttachment(mapping)
                && mapping.start() - address == mapping.offset()
                && (first == null || first.opened() == mapping.opened());
    }

    private static FileId segment(Mapping piece) {
        return Objects.requireNonNull(piece.file());
    }

    /** A sealed piece stays, and the call does not say so. */
    private void unmap(Draft draft, Mapping piece) {
        if (!draft.believes(Myth.MUNMAP_IS_LIKE_FREE)) {
            new Mappings(draft, process).unmap(piece.start(), piece.end());
        }
    }
}
