package io.github.mmaplab.abi;

/**
 * How long a process wants its heap to be. brk(2) is given the address where the heap ends, of which this is the distance from
 * where it begins.
 *
 * @param bytes unsigned
 */
public record HeapLength(long bytes) implements Argument {

    /** The name that the heap has among the mappings of a process. */
    public static final String HEAP = "heap";

    @Override
    public long number() {
        return bytes;
    }

    @Override
    public String inC() {
        return HEAP + " + " + written();
    }

    @Override
    public String written() {
        return Long.toUnsignedString(bytes);
    }
}
