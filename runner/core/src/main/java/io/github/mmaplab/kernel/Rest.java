package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Data;

/**
 * How a file goes on: the first byte from some position on that is not zero, and what follows it.
 *
 * @param offset where this byte is, from the beginning of the file
 * @param data the bytes from there on: at most {@link #MOST_BYTES}, fewer at the end of the file
 */
public record Rest(long offset, Data data) {
    /** This many bytes show how a file goes on. */
    public static final int MOST_BYTES = 256;
}
