package io.github.mmaplab.picture.text;

import java.util.Optional;

/**
 * A row of a table: a virtual page, or a page of a file; or several in sequence that are alike.
 *
 * @param place what the first of them is called
 * @param last what the last of them is called
 * @param count how many they are
 * @param prot what the entries allow; empty if there are none
 * @param target what they point at; empty if there is nothing
 * @param bytes what is there, or why nothing is
 * @param was what the entry permitted before, or how many references there were, if that has changed; may be empty
 * @param state whether a page of a file is dirty; may be empty
 * @param note which bytes have changed; may be empty
 * @param changed whether that is other than at the moment before
 */
record Row(
        String place,
        String last,
        long count,
        String prot,
        Optional<Target> target,
        String bytes,
        String was,
        String state,
        String note,
        boolean changed) {

    /** Instead of a number of references, for pages that differ in it. */
    static final int VARIOUS = -1;

    private static final String ON_DISK = "on disk";

    /**
     * Physical pages.
     *
     * @param pages their numbers
     * @param references how often each is referred to
     * @param was the pages that the entries pointed at before, if they have moved
     * @param moved whether the entries are new, or have pointed at other pages
     */
    record Target(Numbers pages, int references, Optional<Numbers> was, boolean moved) {

        private boolean goesOnWith(Target next) {
            boolean wasToo = was.isPresent() == next.was.isPresent()
                    && (was.isEmpty() || was.get().goOnWith(next.was.get()));
            return pages.goOnWith(next.pages) && wasToo && moved == next.moved;
        }

        private Target with(Target next) {
            return new Target(
                    pages.with(next.pages),
                    references == next.references ? references : VARIOUS,
                    was.isEmpty() ? was : Optional.of(was.get().with(next.was.orElseThrow())),
                    moved);
        }
    }

    /** A row without a page. */
    static Row without(String place, String why, boolean changed) {
        return new Row(place, place, 1, "", Optional.empty(), why, "", "", "", changed);
    }

    /** A page as it is on the disk. */
    static Row onDisk(String place, String bytes, boolean changed) {
        return new Row(place, place, 1, "", Optional.empty(), bytes, "", ON_DISK, "", changed);
    }

    /** Whether its bytes are below those of pages. */
    boolean isInColumns() {
        return count == 1 && (target.isPresent() || state.equals(ON_DISK));
    }

    /** Whether the row is about what could be said of both together. */
    boolean goesOnWith(Row next, boolean whateverBytes) {
        boolean pages = target.isPresent() == next.target.isPresent()
                && (target.isEmpty() || target.get().goesOnWith(next.target.get()));
        boolean same = bytes.equals(next.bytes)
                && (!pages || target.isEmpty() || target.get().references == next.target.orElseThrow().references);
        return pages
                && prot.equals(next.prot)
                && was.equals(next.was)
                && state.equals(next.state)
                && note.equals(next.note)
                && changed == next.changed
                && (same || (whateverBytes && target.isPresent()));
    }

    /** Both together. */
    Row with(Row next) {
        Optional<Target> both =
                target.isEmpty() ? target : Optional.of(target.get().with(next.target.orElseThrow()));
        String common = bytes.equals(next.bytes) ? bytes : "different bytes";
        return new Row(place, next.last, count + next.count, prot, both, common, was, state, note, changed);
    }
}
