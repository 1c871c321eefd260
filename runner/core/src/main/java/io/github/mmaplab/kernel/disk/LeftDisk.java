package io.github.mmaplab.kernel.disk;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.kernel.memory.FileState;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * A disk that a crash may leave.
 *
 * @param names the folder: the file that each name refers to
 * @param files what is on the disk of each file that has a name
 */
public record LeftDisk(PMap<NameId, FileId> names, Map<FileId, LeftFile> files) {
    /** In place of the operation that made a version: there is a hole. */
    public static final long HOLE = -1;

    /**
     * A file on it.
     *
     * @param versions of each page that could have been left in another version, the operation that made this one: 0 if it is
     *     the one that was synced
     */
    public record LeftFile(FileState.Disk disk, Map<Long, Long> versions) {
        /** Whether a disk has the same bytes, whenever they were written. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof LeftFile that && disk.equals(that.disk);
        }

        @Override
        public int hashCode() {
            return Objects.hash(disk);
        }
    }
}
