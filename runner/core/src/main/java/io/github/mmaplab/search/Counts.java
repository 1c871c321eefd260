package io.github.mmaplab.search;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing list of numbers of orders: exact, and as plain numbers where all of them fit. */
final class Counts {
    private long[] small;
    private BigInteger @Nullable [] large;
    private int size;

    /**
     * An empty list.
     *
     * @param most no number will be larger
     */
    Counts(BigInteger most) {
        small = new long[0];
        large = most.bitLength() < Long.SIZE ? null : new BigInteger[0];
    }

    /** Adds a number to the list. */
    void append(BigInteger number) {
        grow();
        if (large == null) {
            small[size++] = number.longValueExact();
        } else {
            large[size++] = number;
        }
    }

    /** Adds to the list the number at an index of another one. */
    void append(Counts other, int index) {
        grow();
        if (large == null || other.large == null) {
            small[size++] = other.small[index];
        } else {
            large[size++] = other.large[index];
        }
    }

    /** Makes the number at an index larger by that at an index of another list. */
    void add(int index, Counts other, int otherIndex) {
        if (large == null || other.large == null) {
            small[index] += other.small[otherIndex];
        } else {
            large[index] = large[index].add(other.large[otherIndex]);
        }
    }

    BigInteger get(int index) {
        return large == null ? BigInteger.valueOf(small[index]) : large[index];
    }

    private void grow() {
        if (large == null && size == small.length) {
            small = Arrays.copyOf(small, Math.max(16, size * 2));
        } else if (large != null && size == large.length) {
            large = Arrays.copyOf(large, Math.max(16, size * 2));
        }
    }
}
