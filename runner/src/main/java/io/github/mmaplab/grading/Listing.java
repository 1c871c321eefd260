package io.github.mmaplab.grading;

import java.util.ArrayList;
import java.util.List;

/** Names of which the first few are told, and how many more there are. */
final class Listing {
    private static final int MOST = 5;

    private final List<String> first = new ArrayList<>();
    private int count;

    void add(String name) {
        count++;
        if (first.size() < MOST) {
            first.add(name);
        }
    }

    /** Tells of them, if there are any. */
    void tell(String what, List<String> notes) {
        tell(what, what, notes);
    }

    /**
     * Tells of them, if there are any.
     *
     * @param one what is said of one
     * @param several what is said of several
     */
    void tell(String one, String several, List<String> notes) {
        if (count > 0) {
            notes.add((count == 1 ? one : several) + ": " + text());
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The first few, and how many more there are. */
    String text() {
        int more = count - first.size();
        return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
    }
}
