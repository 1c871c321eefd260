package io.github.mmaplab.abi;

/**
 * Names an entry of the folder that the files of a scenario are in, whatever file it refers to. A file that is made at the
 * beginning has the name of the same number.
 *
 * @param number 0 or more
 */
public record NameId(int number) implements Comparable<NameId> {
    @Override
    public int compareTo(NameId other) {
        return Integer.compare(number, other.number);
    }
}
