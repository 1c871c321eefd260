package io.github.mmaplab.kernel.abi;

/**
 * Names a process. Whoever starts a process chooses the number, so that runs can be compared line by line.
 *
 * @param number any number that no other process of the same machine has had
 */
public record ProcessId(int number) implements Comparable<ProcessId> {

    @Override
    public int compareTo(ProcessId other) {
        return Integer.compare(number, other.number);
    }
}
