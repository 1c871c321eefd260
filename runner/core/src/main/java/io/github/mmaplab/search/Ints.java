package io.github.mmaplab.search;

import java.util.Arrays;

/** A growing list of numbers. */
final class Ints {
    private int[] all = new int[16];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return all[index];
    }

    void set(int index, int number) {
        all[index] = number;
    }

    void append(int number) {
        if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
        }
        all[size++] = number;
    }
}
