package io.github.mmaplab.explain;

import java.util.ArrayList;
import java.util.List;

/** Which write each byte of a page comes from: a value, so that a copied page takes the paint of its original along. */
record Paint(List<Stretch> stretches) {

    /** No byte has ever been written. */
    static final Paint NONE = new Paint(List.of());

    /**
     * Bytes that come from one write.
     *
     * @param from the first, from the beginning of the page
     * @param to the one behind the last
     */
    record Stretch(int from, int to, Write write) {
        Stretch part(int first, int behind) {
            return new Stretch(Math.max(from, first), Math.min(to, behind), write);
        }

        boolean isEmpty() {
            return from >= to;
        }
    }

    /** Copies the list. */
    Paint {
        stretches = List.copyOf(stretches);
    }

    /** The paint after a write, which covers what was there. */
    Paint with(Write write) {
        int from = write.offset();
        int to = from + write.length();
        List<Stretch> next = new ArrayList<>();
        for (Stretch old : stretches) {
            add(next, old.part(0, from));
        }
        next.add(new Stretch(from, to, write));
        for (Stretch old : stretches) {
            add(next, old.part(to, Integer.MAX_VALUE));
        }
        return new Paint(next);
    }

    /** The stretches within a part of the page, cut to it. */
    List<Stretch> within(int from, int to) {
        List<Stretch> found = new ArrayList<>();
        for (Stretch stretch : stretches) {
            add(found, stretch.part(from, to));
        }
        return found;
    }

    private static void add(List<Stretch> stretches, Stretch stretch) {
        if (!stretch.isEmpty()) {
            stretches.add(stretch);
        }
    }
}
