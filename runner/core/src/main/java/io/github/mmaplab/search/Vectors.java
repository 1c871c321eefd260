package io.github.mmaplab.search;

import java.util.Arrays;

/** Lists of numbers, each of which is numbered once, from 0, as it is added. */
public final class Vectors {
    private static final int FREE = -1;

    /** All numbers, vector after vector. */
    private final Ints all = new Ints();
    /** Where each vector begins, and where the last ends. */
    private final Ints begins = new Ints();
    /** The numbers of the vectors, each in the slot that follows from its content, or in the next free one. */
    private int[] table = new int[64];

    /** No vectors. */
    public Vectors() {
        Arrays.fill(table, FREE);
        begins.append(0);
    }

    /** How many vectors there are. */
    public int size() {
        return begins.size() - 1;
    }

    /** How many numbers a vector has. */
    public int length(int vector) {
        return begins.get(vector + 1) - begins.get(vector);
    }

    /** A number of a vector. */
    public int get(int vector, int index) {
        return all.get(begins.get(vector) + index);
    }

    /** The number of a vector, which is added if it is not there. */
    public int number(int[] vector) {
        int slot = slot(vector);
        if (table[slot] != FREE) {
            return table[slot];
        }
        table[slot] = size();
        for (int number : vector) {
            all.append(number);
        }
        begins.append(all.size());
        if (size() * 2 > table.length) {
            grow();
        }
        return size() - 1;
    }

    private void grow() {
        table = new int[table.length * 2];
        Arrays.fill(table, FREE);
        for (int vector = 0; vector < size(); vector++) {
            table[slot(copy(vector))] = vector;
        }
    }

    private int[] copy(int vector) {
        int[] copy = new int[length(vector)];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = get(vector, i);
        }
        return copy;
    }

    /** The slot of a vector, or the free one where it belongs. */
    private int slot(int[] vector) {
        int hash = vector.length;
        for (int number : vector) {
            hash = (hash ^ number) * 0x9E3779B9;
            hash ^= hash >>> 15;
        }
        int slot = hash & (table.length - 1);
        while (table[slot] != FREE && !is(table[slot], vector)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean is(int known, int[] vector) {
        if (length(known) != vector.length) {
            return false;
        }
        for (int i = 0; i < vector.length; i++) {
            if (get(known, i) != vector[i]) {
                return false;
            }
        }
        return true;
    }
}
