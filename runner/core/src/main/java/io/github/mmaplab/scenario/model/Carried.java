package io.github.mmaplab.scenario.model;

/**
 * The bytes that are somewhere when a step is played.
 *
 * @param from where they are: memory and files are read for it
 * @param length how many, from 1 to {@value #MOST_BYTES}; of a register, all of it
 * @param plus what is added to them as one unsigned number, of which the first byte is the least significant; it wraps around
 */
public record Carried(Location from, int length, long plus) implements Value {
    /** The most bytes that a register or a step carries. */
    public static final int MOST_BYTES = 4096;
}
