package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.OpenFile;
import io.github.mmaplab.kernel.machine.PageCache;
import io.github.mmaplab.kernel.machine.Piece;
import io.github.mmaplab.kernel.machine.Stores;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * pread(2) or pwrite(2) by a process, with its own memory as the buffer. Returns how many bytes were moved: fewer than asked
 * for where the file or the accessible part of the buffer ends.
 *
 * @param address where the buffer begins
 * @param length in bytes
 * @param offset in the file, in bytes
 */
public record Transfer(
        ProcessId process, DescriptorId descriptor, TransferCall call, long address, long length, long offset)
        implements Operation {

    /** How many bytes one call moves at most. */
    private static final int MOST_BYTES = Load.MOST_BYTES;

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        return draft.seal(move(draft));
    }

    @Override
    public String name() {
        return call.word();
    }

    private Outcome move(Draft draft) {
        if (offset < 0) {
            return wrong(Errno.EINVAL, "offset " + number(offset) + " is negative for the kernel");
        }
        OpenFile open = draft.opened(process, descriptor);
        if (open == null) {
            return Scene.notOpen(words());
        }
        if (!(call.stores() ? open.mode().reads() : open.mode().writes())) {
            return wrong(
                    Errno.EBADF, "the descriptor is open for " + (call.stores() ? "writing" : "reading") + " alone");
        }
        long space = draft.pageSize().taskSize();
        if (Long.compareUnsigned(length, space) > 0 || Long.compareUnsigned(address, space - length) > 0) {
            // fs/read_write.c, vfs_read asks access_ok before anything is moved
            return wrong(Errno.EFAULT, "the buffer reaches past the end of the address space");
        }
        if (offset + length < 0) {
            // fs/read_write.c, rw_verify_area
            return wrong(Errno.EINVAL, "offset " + number(offset) + " and length are too large");
        }
        return length == 0 ? Outcome.Ok.ZERO : call.stores() ? read(draft, open) : write(draft, open);
    }

    private Outcome read(Draft draft, OpenFile open) {
        long there = Math.max(0, draft.file(open.file()).size() - offset);
        return new Course(draft, open.file(), offset, Math.min(length, there)).run();
    }

    private Outcome write(Draft draft, OpenFile open) {
        FileState file = draft.file(open.file());
        long from = open.appends() ? file.size() : offset;
        long largest = draft.largest(file.kind());
        if (from >= largest) {
            return wrong(Errno.EFBIG, "offset " + number(from) + " is more than a file can have");
        }
        return length > largest - from
                ? new Outcome.Refused("a write(2) that only fits in part")
                : new Course(draft, file.id(), from, length).run();
    }

    private Outcome wrong(Errno errno, String reason) {
        return failed(errno, reason + ", " + words());
    }

    private String words() {
        return call.word() + "(2)";
    }

    /** Moves one page of the file after another, until the buffer cannot be accessed. */
    private final class Course implements Access.PerPage {
        private final Draft draft;
        private final FileId file;
        private final long from;
        private final long count;
        private final PageCache cache;
        private final Access access;
        private final Stores stores;
        private byte[] bytes = {};
        private int moved;
        private long done;

        Course(Draft draft, FileId file, long from, long count) {
            this.draft = draft;
            this.file = file;
            this.from = from;
            this.count = count;
            this.cache = new PageCache(draft, file);
            this.access = Access.ofBuffer(draft, process, words());
            this.stores = new Stores(draft, process);
        }

        Outcome run() {
            PageSize pageSize = draft.pageSize();
            if (isOverItself()) {
                return new Outcome.Refused("a " + words() + " whose buffer is another part of what is moved");
            }
            Outcome stopped = null;
            while (done < count && stopped == null) {
                if (done >= MOST_BYTES) {
                    return new Outcome.Refused("a " + words() + " of more than " + MOST_BYTES + " bytes");
                }
                long at = from + done;
                int part = (int) Math.min(count - done, pageSize.bytes() - pageSize.offset(at));
                stopped = call.stores() ? toMemory(at, part) : toFile(at, part);
                done += moved;
            }
            return stopped != null && (done == 0 || stopped instanceof Outcome.Refused)
                    ? stopped
                    : new Outcome.Ok(done);
        }

        private @Nullable Outcome toMemory(long at, int part) {
            bytes = cache.read(at, part).bytes();
            moved = 0;
            return access.run(address + done, part, true, this);
        }

        /**
         * mm/filemap.c, generic_perform_write. Whether it reads the buffer first, or asks the file first, depends on the
         * version of the kernel.
         */
        private @Nullable Outcome toFile(long at, int part) {
            bytes = new byte[part];
            moved = 0;
            Outcome stopped = access.run(address + done, part, false, this);
            FileState state = draft.file(file);
            Outcome sealed = Seals.forbidWriting(state, words());
            sealed = sealed != null
                    ? sealed
                    : Seals.forbidSize(draft, state, Math.max(at + part, state.size()), words());
            if (moved == 0 && done == 0 && (sealed != null || at > state.size())) {
                return new Outcome.Refused(
                        sealed != null
                                ? "a pwrite(2) from memory that can't be accessed to a file that is sealed: which of"
                                        + " the two the call fails for depends on the kernel's version"
                                : "a pwrite(2) from memory that can't be accessed to a place past the end of the file:"
                                        + " some kernels make the file longer although the call fails");
            }
            if (sealed != null) {
                moved = 0;
                return sealed;
            }
            if (moved > 0) {
                cache.write(at, Data.of(bytes).first(moved));
            }
            return stopped;
        }

        @Override
        public void touch(long page, FrameId id, int within, int length, long before) {
            if (call.stores()) {
                stores.put(page, id, new Piece(within, Data.of(bytes), before, length));
            } else {
                Frame frame = draft.memory().frame(id);
                if (frame != null) {
                    stores.seen(page, id, frame.content()).copy(within, bytes, (int) before, length);
                }
            }
            moved += length;
        }

        /** Whether bytes would be copied over bytes that are still to be copied: in which order the processor does that is its own choice. */
        private boolean isOverItself() {
            for (Mapping mapping : draft.space(process).overlapping(address, address + length)) {
                long shift = mapping.offset() - mapping.start() + address; // of the buffer in the file
                if (file.equals(mapping.file()) && shift != from && shift < from + count && from < shift + count) {
                    return true;
                }
            }
            return false;
        }
    }
}
