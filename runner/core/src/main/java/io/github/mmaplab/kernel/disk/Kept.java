package io.github.mmaplab.kernel.disk;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import java.util.List;
import java.util.Optional;

/** One thing that a crash left in one of several ways. */
public sealed interface Kept {

    /**
     * A name.
     *
     * @param file what it refers to; empty if it is not there
     */
    record Name(NameId name, Optional<FileId> file) implements Kept {}

    /** The size of the file with a name, in bytes. */
    record Size(NameId name, long bytes) implements Kept {}

    /**
     * A page of the file with a name.
     *
     * @param at the operation that made it as it is, counted as by {@link History}; 0 if it is as last synced; {@link
     *     LeftDisk#HOLE} for a hole
     * @param others the same, once for each way in which the page could have been left
     */
    record Page(NameId name, long index, long at, List<Long> others) implements Kept {
        /** Copies the list. */
        public Page {
            others = List.copyOf(others);
        }
    }
}
