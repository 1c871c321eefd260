package io.github.mmaplab.explain.fact;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.abi.TransferCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an act did. Of an act that touched more than the place asked about, what it did there. */
public sealed interface Deed extends Fact {

    /** Calls the method of {@code visitor} for this kind of deed. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of deed. */
    interface Visitor<R> {
        R begins(Begins deed);

        R mapped(Mapped deed);

        R unmapped(Unmapped deed);

        R remapped(Remapped deed);

        R protect(Protect deed);

        R called(Called deed);

        R opened(Opened deed);

        R forAll(ForAll deed);

        R forked(Forked deed);

        R replaced(Replaced deed);

        R exited(Exited deed);

        R killed(Killed deed);

        R store(Store deed);

        R load(Load deed);

        R raised(Raised deed);

        R written(Written deed);

        R read(Read deed);

        R moved(Moved deed);

        R resized(Resized deed);

        R punched(Punched deed);

        R sealed(Sealed deed);

        R unlinked(Unlinked deed);

        R named(Named deed);

        R folderSynced(FolderSynced deed);

        R crashed(Crashed deed);

        R synced(Synced deed);

        R nothing(Nothing deed);

        R failed(Failed deed);

        R others(Others deed);
    }

    /**
     * A file begins to exist.
     *
     * @param size in bytes
     * @param seen how many of the bytes that are asked about are from its initial content
     * @param of how many bytes are asked about; 0 where no bytes are
     */
    record Begins(int act, FileId file, long size, int seen, int of) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.begins(this);
        }
    }

    /**
     * A mapping was made.
     *
     * @param length in bytes, whole pages
     * @param file the file; null for private anonymous memory
     * @param offset where in the file it begins
     * @param under what had been mapped at the place that is asked about
     * @param made a private page that came with it, at the place that is asked about
     */
    record Mapped(
            int act,
            ProcessId process,
            long start,
            long length,
            @Nullable FileId file,
            long offset,
            boolean shared,
            Protection protection,
            Optional<Under> under,
            Optional<Made> made)
            implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapped(this);
        }
    }

    /**
     * A range was unmapped.
     *
     * @param mapped how many of its pages were mapped
     */
    record Unmapped(int act, ProcessId process, long start, long length, long mapped, Optional<Lost> lost)
            implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unmapped(this);
        }
    }

    /**
     * A range was moved, made longer or made shorter.
     *
     * @param to where it is after that; equal to {@code from} if it has not moved
     * @param keepsOld whether the old range goes on being mapped
     * @param under what had been mapped at the place that is asked about, and is not any more
     */
    record Remapped(
            int act,
            ProcessId process,
            long from,
            long oldLength,
            long to,
            long newLength,
            boolean keepsOld,
            Optional<Under> under)
            implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.remapped(this);
        }
    }

    /**
     * A range got another protection.
     *
     * @param at an address in it
     * @param before its protection before
     * @param after and after
     */
    record Protect(int act, ProcessId process, long at, Protection before, Protection after) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.protect(this);
        }
    }

    /**
     * A call over a range whose deed has no name of its own: advice was given.
     *
     * @param at an address in the range: the place that is asked about, if it lies there
     * @param lost the page given up there
     * @param made the private page made there
     */
    record Called(
            int act,
            ProcessId process,
            long at,
            RangeCall call,
            Argument argument,
            Optional<Lost> lost,
            Optional<Made> made)
            implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.called(this);
        }
    }

    /** A process made a call for all its memory. */
    record ForAll(int act, ProcessId process, ProcessCall call, Argument argument) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forAll(this);
        }
    }

    /**
     * A process was forked.
     *
     * @param at an address that parent and child both have mapped, if there is one that is asked about
     * @param page the private page that both have there from then on
     * @param wiped whether the child has no pages there, because of MADV_WIPEONFORK
     */
    record Forked(int act, ProcessId parent, ProcessId child, Optional<Long> at, Optional<Page> page, boolean wiped)
            implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forked(this);
        }
    }

    /** A process executed another program. */
    record Replaced(int act, ProcessId process, Optional<Lost> lost) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaced(this);
        }
    }

    /** A process exited. */
    record Exited(int act, ProcessId process, int code) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exited(this);
        }
    }

    /** A process was killed from outside. */
    record Killed(int act, ProcessId process) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.killed(this);
        }
    }

    /**
     * A process stored bytes, all or the first of them.
     *
     * @param data what it was to store
     * @param count how many bytes it stored, at least one
     * @param stopped why it stored no more; empty if it stored all
     * @param where where those went that matter
     */
    record Store(int act, ProcessId process, long address, Data data, long count, Optional<Stop> stopped, Stored where)
            implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.store(this);
        }
    }

    /** A process loaded bytes. */
    record Load(int act, ProcessId process, long address, long length) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.load(this);
        }
    }

    /**
     * An access was stopped by a signal.
     *
     * @param address the byte that could not be accessed
     */
    record Stop(long address, Signal signal, SignalCode code, boolean dies, Fault fault) {}

    /**
     * An access raised a signal at its first byte.
     *
     * @param data what was to be stored; empty for a load
     */
    record Raised(int act, ProcessId process, Optional<Data> data, Stop stop) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raised(this);
        }
    }

    /**
     * Bytes were written with write(2).
     *
     * @param before how long the file was
     * @param after how long it is
     * @param index which page of the file it is that matters
     */
    record Written(int act, FileId file, long offset, Data data, long before, long after, long index) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.written(this);
        }
    }

    /**
     * A descriptor was opened, duplicated or closed.
     *
     * @param call the system call
     * @param file what it refers to, or referred to
     */
    record Opened(int act, ProcessId process, String call, FileId file) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.opened(this);
        }
    }

    /**
     * Bytes were read with read(2).
     *
     * @param count how many, unsigned
     * @param cut whether they are fewer than were asked for, because the file ends
     */
    record Read(int act, FileId file, long offset, long count, boolean cut) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.read(this);
        }
    }

    /**
     * A process read from a file into its memory, or wrote to a file what was there.
     *
     * @param offset in the file
     * @param data the bytes that were moved
     * @param address the beginning of the buffer
     * @param before how long the file was
     * @param after how long it is
     * @param where where those went that matter, of those that were read; empty if none were
     */
    record Moved(
            int act,
            ProcessId process,
            TransferCall call,
            FileId file,
            long offset,
            Data data,
            long address,
            long before,
            long after,
            Optional<Stored> where)
            implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.moved(this);
        }
    }

    /**
     * A file was cut, made longer, or left at its size.
     *
     * @param call ftruncate(2), or a call that does this besides
     * @param lost the page that the place asked about had
     * @param gone the page of the file, from 0, that the place asked about showed and the file has no more
     * @param zeroed how many bytes became zeros, from the end of the file before or after, whichever is less; 0 if none
     *     that is asked about did
     */
    record Resized(
            int act,
            FileCall call,
            FileId file,
            long before,
            long after,
            Optional<Lost> lost,
            Optional<Long> gone,
            int zeroed)
            implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resized(this);
        }
    }

    /** A hole was punched into a file. */
    record Punched(int act, FileId file, long offset, long length) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.punched(this);
        }
    }

    /**
     * Seals were added to a file.
     *
     * @param added those that were asked for, some of which it may have had
     */
    record Sealed(int act, FileId file, Flags added) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sealed(this);
        }
    }

    /** A file lost its name. */
    record Unlinked(int act, FileId file) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unlinked(this);
        }
    }

    /**
     * A file got a name: it was made, it has one more, or another one.
     *
     * @param call which call it was
     */
    record Named(int act, FileId file, FileCall call) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /** The folder was written to the disk. */
    record FolderSynced(int act) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.folderSynced(this);
        }
    }

    /** The power failed. */
    record Crashed(int act) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.crashed(this);
        }
    }

    /**
     * A file, or part of it, was written to the disk.
     *
     * @param process who called msync(2); empty for fsync(2)
     */
    record Synced(int act, FileId file, Optional<ProcessId> process) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.synced(this);
        }
    }

    /**
     * A call was for a range without a byte in it, and changed nothing.
     *
     * @param call its name
     */
    record Nothing(int act, String call) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /**
     * A call returned an error.
     *
     * @param call its name
     * @param reason in the words of the kernel
     */
    record Failed(int act, String call, Errno errno, String reason) implements Deed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failed(this);
        }
    }

    /**
     * Further acts that decide, too many to speak of each.
     *
     * @param act the first of them
     * @param acts all of them
     */
    record Others(int act, List<Integer> acts) implements Deed {
        /** Copies the list. */
        public Others {
            acts = List.copyOf(acts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.others(this);
        }
    }
}
