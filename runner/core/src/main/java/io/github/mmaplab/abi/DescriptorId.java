package io.github.mmaplab.abi;

/**
 * Names a file descriptor of a process and of those that have inherited it.
 *
 * @param number 0 or more; the scenario's own, not the one that open(2) returns
 */
public record DescriptorId(int number) implements Comparable<DescriptorId> {
    @Override
    public int compareTo(DescriptorId other) {
        return Integer.compare(number, other.number);
    }
}
