package io.github.mmaplab.abi;

import org.jspecify.annotations.Nullable;

/**
 * Names a file for as long as the machine runs, whatever happens to its directory entry.
 *
 * @param number 0 or more for files that were created by name; the kernel itself numbers the nameless files of
 *     shared anonymous mappings from -1 downwards
 */
public record FileId(int number) implements Comparable<FileId> {

    /** Whether this is the nameless file of a shared anonymous mapping. */
    public boolean nameless() {
        return number < 0;
    }

    @Override
    public int compareTo(FileId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileId that && that.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
