package io.github.mmaplab.kernel.disk;

import io.github.mmaplab.abi.FileId;

/** What an operation does that decides when something reaches the disk, and that its result does not show. */
public sealed interface Change {

    /** The size of a file was set as metadata, not by data that was written past its end. */
    record Resized(FileId file) implements Change {}

    /** A file was written to from an offset on, maybe past its end. */
    record Written(FileId file, long offset) implements Change {}

    /**
     * Pages of a file and what is needed to find them are on the disk.
     *
     * @param from the first page
     * @param to after the last page
     */
    record Synced(FileId file, long from, long to) implements Change {}

    /** The folder is on the disk. */
    record FolderSynced() implements Change {}

    /** A file is about to take the name of another one. */
    record Replaces(FileId file) implements Change {}
}
