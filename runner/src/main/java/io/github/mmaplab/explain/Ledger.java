package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every change of bytes in a run, and for each page where it and each of its bytes came from. Made from the events. */
final class Ledger {

    /** How a page came into being. */
    sealed interface Origin {
        /** The operation, as an index into the film. */
        int shot();

        /** A process stored to a page that others had too. */
        record Copied(int shot, ProcessId process, FrameId original) implements Origin {}

        /** A process stored for the first time to private anonymous memory. */
        record ZeroFilled(int shot, ProcessId process) implements Origin {}

        /** It is a page of a file. */
        record OfFile(int shot, FileId file, long index) implements Origin {}
    }

    private final List<Write> writes = new ArrayList<>();
    private final Map<FrameId, Paint> paints = new HashMap<>();
    private final Map<FrameId, Origin> origins = new HashMap<>();
    private final PageSize pageSize;

    private Ledger(PageSize pageSize) {
        this.pageSize = pageSize;
    }

    /** The ledger of a run. */
    static Ledger of(Film film) {
        Ledger ledger = new Ledger(film.pageSize());
        for (int i = 0; i < film.shots().size(); i++) {
            Shot shot = film.shots().get(i);
            for (Event event : shot.events()) {
                ledger.enter(i, shot, event);
            }
        }
        return ledger;
    }

    private void enter(int index, Shot shot, Event event) {
        if (event instanceof Event.Stored stored) {
            store(index, shot, stored);
        } else if (event instanceof Event.FileWritten w) {
            Write.Kind kind = shot.step() == 0 ? Write.Kind.INITIAL : Write.Kind.WRITE;
            enter(index, kind, w.file(), w.index(), w.frame(), w.offset(), w.length());
        } else if (event instanceof Event.FileZeroed z) {
            enter(index, Write.Kind.ZEROED, z.file(), z.index(), z.frame(), z.offset(), z.length());
        } else if (event instanceof Event.FilePageDropped d) {
            enter(index, Write.Kind.DROPPED, d.file(), d.index(), d.frame(), 0, pageSize.bytes());
        } else if (event instanceof Event.PageCopied copied) {
            paints.put(copied.copy(), paint(copied.original()));
            origins.put(copied.copy(), new Origin.Copied(index, copied.process(), copied.original()));
        } else if (event instanceof Event.PageZeroFilled filled) {
            origins.put(filled.frame(), new Origin.ZeroFilled(index, filled.process()));
        } else if (event instanceof Event.FilePageAdded added) {
            origins.put(added.frame(), new Origin.OfFile(index, added.file(), added.index()));
        }
    }

    private void store(int index, Shot shot, Event.Stored stored) {
        Mapping mapping = shot.before().process(stored.process()).space().find(stored.page());
        if (mapping != null) {
            long address = stored.page() + stored.offset();
            long position = mapping.offset() + (address - mapping.start());
            enter(new Write(
                    index,
                    new Write.By(stored.process(), address, mapping),
                    stored.frame(),
                    stored.offset(),
                    stored.length(),
                    mapping.file(),
                    position,
                    Write.Kind.STORE));
        }
    }

    private void enter(int shot, Write.Kind kind, FileId file, long page, FrameId frame, int offset, int length) {
        enter(new Write(shot, null, frame, offset, length, file, pageSize.address(page) + offset, kind));
    }

    private void enter(Write write) {
        writes.add(write);
        paints.put(write.frame(), paint(write.frame()).with(write));
    }

    /** Every change of bytes, in order. */
    List<Write> writes() {
        return writes;
    }

    /** Where the bytes of a page come from. */
    Paint paint(FrameId frame) {
        return paints.getOrDefault(frame, Paint.NONE);
    }

    /** How a page came into being; empty for the zero page. */
    Optional<Origin> origin(FrameId frame) {
        return Optional.ofNullable(origins.get(frame));
    }

    /** Whether {@code frame} is {@code ancestor}, or was copied from it, or from a copy of it, after {@code shot}. */
    boolean descends(FrameId frame, FrameId ancestor, int shot) {
        @Nullable FrameId at = frame;
        while (at != null) {
            if (at.equals(ancestor)) {
                return true;
            }
            at = origins.get(at) instanceof Origin.Copied copied && copied.shot() >= shot ? copied.original() : null;
        }
        return false;
    }
}
