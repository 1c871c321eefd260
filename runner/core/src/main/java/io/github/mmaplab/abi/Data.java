package io.github.mmaplab.abi;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Immutable bytes to be stored or just loaded: spelled out, or one byte repeated as often as it takes. */
public final class Data {

    /** No bytes. */
    public static final Data EMPTY = new Data(new byte[0], (byte) 0, 0);

    /** The bytes, or null when {@link #fill} is repeated. */
    private final byte @Nullable [] literal;

    private final byte fill;
    private final long length;

    private Data(byte @Nullable [] literal, byte fill, long length) {
        this.literal = literal;
        this.fill = fill;
        this.length = length;
    }

    /** Exactly these bytes; the array is copied. */
    public static Data of(byte[] bytes) {
        return new Data(bytes.clone(), (byte) 0, bytes.length);
    }

    /**
     * One byte repeated.
     *
     * @param length how often, unsigned: any value up to 2^64-1 can be asked for, and costs nothing until it is stored
     */
    public static Data repeated(byte fill, long length) {
        return new Data(null, fill, length);
    }

    /** How many bytes there are, unsigned. */
    public long length() {
        return length;
    }

    /** The byte, if this was made by {@link #repeated}. */
    public Optional<Byte> repeats() {
        return literal == null ? Optional.of(fill) : Optional.empty();
    }

    /** The first {@code count} of the bytes, of which there are at least as many. */
    public Data first(int count) {
        return literal == null ? repeated(fill, count) : new Data(Arrays.copyOf(literal, count), fill, count);
    }

    /** Copies {@code count} bytes from position {@code from} into {@code target}. */
    public void copy(long from, byte[] target, int at, int count) {
        if (literal == null) {
            Arrays.fill(target, at, at + count, fill);
        } else {
            System.arraycopy(literal, Math.toIntExact(from), target, at, count);
        }
    }

    /**
     * All the bytes.
     *
     * @throws ArithmeticException if there are more than an array holds
     */
    public byte[] bytes() {
        byte[] bytes = new byte[Math.toIntExact(length)];
        copy(0, bytes, 0, bytes.length);
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Data that
                && length == that.length
                && fill == that.fill
                && Arrays.equals(literal, that.literal);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(literal) + 31 * fill + Long.hashCode(length);
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
