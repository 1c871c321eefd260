package io.github.mmaplab.abi;

import org.jspecify.annotations.Nullable;

/**
 * Names a process. The caller that starts a process chooses the number, so that runs can be compared line by line.
 *
 * @param number any number that no other process of the same machine has had
 */
public record ProcessId(int number) implements Comparable<ProcessId> {

    @Override
    public int compareTo(ProcessId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcessId that && that.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
