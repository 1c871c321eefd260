package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.disk.Change;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.PageCache;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.FileState;
import java.util.List;

/**
 * Sets the scene: a file exists, its content is in the page cache and, for a regular file, on the disk.
 *
 * @param writable whether its permissions let processes open it for writing
 * @param size in bytes; the pieces must lie within it
 * @param pieces what is written; the rest is a hole
 */
public record Create(FileId file, FileKind kind, boolean writable, long size, List<Piece> pieces) implements Operation {

    /** Bytes at an offset. */
    public record Piece(long offset, Data data) {}

    /** Copies the pieces. */
    public Create {
        pieces = List.copyOf(pieces);
    }

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = new Draft(machine);
        return draft.seal(create(draft));
    }

    private Outcome create(Draft draft) {
        if (file.nameless() || draft.exists(file)) {
            throw new IllegalArgumentException("there is a " + file + " already, or its number is the kernel's");
        }
        FileKind here = draft.has(Trait.DISK) || kind != FileKind.REGULAR ? kind : FileKind.SHM;
        if (Long.compareUnsigned(size, draft.largest(here)) > 0) {
            return Scene.failed(Errno.EFBIG, "size " + Scene.number(size) + " is more than a file can have");
        }
        long written = 0;
        for (Piece piece : pieces) {
            written += piece.data().length();
            if (Long.compareUnsigned(written, WriteFile.MOST_BYTES) > 0) {
                return new Outcome.Refused("a file with more than " + WriteFile.MOST_BYTES + " bytes of content");
            }
        }
        draft.file(FileState.empty(file, here, writable, size));
        if (kind != FileKind.MEMFD) {
            draft.link(new NameId(file.number()), file);
        }
        draft.note(new Event.FileCreated(file));
        PageCache cache = new PageCache(draft, file);
        for (Piece piece : pieces) {
            cache.write(piece.offset(), piece.data());
        }
        cache.writeBack(0, Long.MAX_VALUE);
        draft.note(new Change.FolderSynced());
        return Outcome.Ok.ZERO;
    }
}
