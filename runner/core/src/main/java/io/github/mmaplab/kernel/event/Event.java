package io.github.mmaplab.kernel.event;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.kernel.disk.Kept;
import java.util.List;

/**
 * One thing that happened inside an operation. Addresses of pages are where the page begins; lengths and offsets are
 * bytes.
 */
public sealed interface Event {

    /** A process began to exist, without a parent. */
    record ProcessStarted(ProcessId process) implements Event {}

    /** A process ended, and its mappings with it. */
    record ProcessEnded(ProcessId process, ProcessStatus status) implements Event {}

    /** A process was replaced by another program and has no mappings any more. */
    record ProcessReplaced(ProcessId process) implements Event {}

    /** A child came into being, and every page-table entry of the parent is the child's too. */
    record Forked(ProcessId parent, ProcessId child) implements Event {}

    /** A mapping was made. */
    record MappingMade(ProcessId process, long start, long length) implements Event {}

    /** A range is not mapped any more. */
    record MappingRemoved(ProcessId process, long start, long length) implements Event {}

    /** A range has another protection. */
    record MappingProtected(ProcessId process, long start, long length, Protection protection) implements Event {}

    /** A range, its pages with it, is now to be found at another address. */
    record MappingMoved(ProcessId process, long from, long to, long length) implements Event {}

    /** An entry now points at a page that existed: a page of a file, or the zero page. */
    record PageMapped(ProcessId process, long page, FrameId frame) implements Event {}

    /** An entry now points at a new page full of zeros. */
    record PageZeroFilled(ProcessId process, long page, FrameId frame) implements Event {}

    /** The entry of the process that stores now points at a copy; every other process keeps the original. */
    record PageCopied(ProcessId process, long page, FrameId original, FrameId copy) implements Event {}

    /** A page that was shared with relatives is used without a copy, because no other process has it any more. */
    record PageReused(ProcessId process, long page, FrameId frame) implements Event {}

    /** An entry was taken away; the next access finds its page again. */
    record PageUnmapped(ProcessId process, long page, FrameId frame) implements Event {}

    /** A process stored bytes in a page, {@code offset} bytes from its beginning. */
    record Stored(ProcessId process, long page, FrameId frame, int offset, int length) implements Event {}

    /**
     * A process stored bytes that no other process sees yet: the page will have them when {@link Stored} says so. Never
     * on Linux.
     */
    record StoreHeldBack(ProcessId process, long page, FrameId frame, int offset, int length) implements Event {}

    /** A process loaded bytes from a page. */
    record Loaded(ProcessId process, long page, FrameId frame, int offset, int length) implements Event {}

    /** A process received a signal for an access. */
    record SignalRaised(ProcessId process, Signal signal, SignalCode code, long address) implements Event {}

    /** A file came into being. */
    record FileCreated(FileId file) implements Event {}

    /** The page cache of a file has a new page: page {@code index} of the file. */
    record FilePageAdded(FileId file, long index, FrameId frame) implements Event {}

    /** The page cache of a file lost a page. */
    record FilePageDropped(FileId file, long index, FrameId frame) implements Event {}

    /** Bytes of a page of a file were written with write(2). */
    record FileWritten(FileId file, long index, FrameId frame, int offset, int length) implements Event {}

    /** Bytes of a page of a file became zero: after a new end of the file, or in a punched hole. */
    record FileZeroed(FileId file, long index, FrameId frame, int offset, int length) implements Event {}

    /** A file became longer or shorter. */
    record FileResized(FileId file, long from, long to) implements Event {}

    /** Seals were added to a file. */
    record FileSealed(FileId file, Flags added) implements Event {}

    /** A file lost its name; its mappings keep it. */
    record FileUnlinked(FileId file) implements Event {}

    /** A file has a name more. */
    record FileLinked(FileId file, NameId name) implements Event {}

    /** A file has another name in place of one that it had. */
    record FileRenamed(FileId file, NameId from, NameId to) implements Event {}

    /**
     * The power failed, and the machine started again.
     *
     * @param kept what the disk kept of that which it could have kept in another way
     */
    record MachineCrashed(List<Kept> kept) implements Event {
        /** Copies the list. */
        public MachineCrashed {
            kept = List.copyOf(kept);
        }
    }

    /** Pages of a file reached the disk. */
    record FileSynced(FileId file) implements Event {}
}
