package io.github.mmaplab.search;

import java.util.Arrays;

/** Pairs of numbers, each of which is numbered once, from 0, as it is added. */
public final class Pairs {
    /** In place of the number of a pair that is not there. */
    public static final int NONE = -1;

    /** By number; the first of a pair in the upper half. */
    private long[] pairs = new long[32];

    private int size;
    /** The numbers of the pairs, each in the slot that follows from its pair, or in the next free one. */
    private int[] table = new int[64];

    /** No pairs. */
    public Pairs() {
        Arrays.fill(table, NONE);
    }

    /** How many pairs there are. */
    public int size() {
        return size;
    }

    /** The first number of a pair. */
    public int first(int pair) {
        return (int) (pairs[pair] >> Integer.SIZE);
    }

    /** The second number of a pair. */
    public int second(int pair) {
        return (int) pairs[pair];
    }

    /** The number of a pair; {@link #NONE} if it is not there. */
    public int find(int first, int second) {
        return table[slot(pair(first, second))];
    }

    /** The number of a pair, which is added if it is not there. */
    public int number(int first, int second) {
        long pair = pair(first, second);
        int slot = slot(pair);
        if (table[slot] != NONE) {
            return table[slot];
        }
        if (size == pairs.length) {
            grow();
            slot = slot(pair);
        }
        pairs[size] = pair;
        table[slot] = size;
        return size++;
    }

    /** Keeps half of the slots free. */
    private void grow() {
        pairs = Arrays.copyOf(pairs, size * 2);
        table = new int[size * 4];
        Arrays.fill(table, NONE);
        for (int pair = 0; pair < size; pair++) {
            table[slot(pairs[pair])] = pair;
        }
    }

    private static long pair(int first, int second) {
        return ((long) first << Integer.SIZE) | (second & 0xFFFF_FFFFL);
    }

    /** The slot of a pair, or the free one where it belongs. */
    private int slot(long pair) {
        long mixed = pair * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> Integer.SIZE) & (table.length - 1);
        while (table[slot] != NONE && pairs[table[slot]] != pair) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}
