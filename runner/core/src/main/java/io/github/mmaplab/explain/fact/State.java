package io.github.mmaplab.explain.fact;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is so at the moment that is asked about. */
public sealed interface State extends Fact {

    /** Calls the method of {@code visitor} for this kind of state. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of state. */
    interface Visitor<R> {
        R shows(Shows state);

        R inaccessible(Inaccessible state);

        R fileShows(FileShows state);

        R inUse(InUse state);

        R allowed(Allowed state);

        R absent(Absent state);

        R inFolder(InFolder state);

        R copiedNothing(CopiedNothing state);

        R runs(Runs state);

        R unmapped(Unmapped state);

        R notPlayed(NotPlayed state);
    }

    /**
     * What a place in memory is, once it has been read.
     *
     * @param shared whether the mapping there is shared
     * @param others the other processes that have the same page, if it is a private one
     */
    record Shows(int act, ProcessId process, long address, boolean shared, Page page, List<ProcessId> others)
            implements State {
        /** Copies the list. */
        public Shows {
            others = List.copyOf(others);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.shows(this);
        }
    }

    /** Why an address can't be read. */
    record Inaccessible(int act, ProcessId process, long address, Fault fault) implements State {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inaccessible(this);
        }
    }

    /**
     * What read(2) finds at a position.
     *
     * @param page the page of the file in memory; empty for a hole
     * @param size of the file; a position at or past it has nothing
     */
    record FileShows(int act, FileId file, long offset, Optional<Page> page, long size) implements State {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fileShows(this);
        }
    }

    /**
     * Which physical pages are in use.
     *
     * @param files pages of files
     * @param own private pages
     */
    record InUse(int act, List<OfFile> files, List<Private> own) implements State {
        /** Copies the lists. */
        public InUse {
            files = List.copyOf(files);
            own = List.copyOf(own);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inUse(this);
        }
    }

    /** How many pages of a file are in memory. */
    record OfFile(FileId file, int pages) {}

    /** A private page, and which processes have it. */
    record Private(Page.Own page, List<ProcessId> processes) {
        /** Copies the list. */
        public Private {
            processes = List.copyOf(processes);
        }
    }

    /**
     * What is mapped at an address.
     *
     * @param length of the mapping from there, if it is one of a list; else null
     * @param file the file; null for private anonymous memory
     */
    record Allowed(
            int act,
            ProcessId process,
            long address,
            @Nullable Long length,
            boolean shared,
            Protection protection,
            @Nullable FileId file)
            implements State {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allowed(this);
        }
    }

    /**
     * A process, or the name of a mapping, that there is not yet.
     *
     * @param name what there is not
     * @param step the step that makes it; 0 if none that is played does
     */
    record Absent(int act, String name, int step) implements State {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.absent(this);
        }
    }

    /**
     * A name is in the folder, or it is not.
     *
     * @param id its number
     */
    record InFolder(int act, String name, NameId id, boolean there) implements State {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inFolder(this);
        }
    }

    /** No store has copied a page. */
    record CopiedNothing(int act) implements State {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copiedNothing(this);
        }
    }

    /** A process runs. */
    record Runs(int act, ProcessId process) implements State {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.runs(this);
        }
    }

    /** A process has no mapping at all. */
    record Unmapped(int act, ProcessId process) implements State {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unmapped(this);
        }
    }

    /**
     * The run did not reach the moment asked about.
     *
     * @param step the step that could not be played
     * @param why in words
     */
    record NotPlayed(int act, int step, String why) implements State {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notPlayed(this);
        }
    }
}
