package io.github.mmaplab.export;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a whole program only once it has been written. It is written again with what was learned, until there
 * is nothing new.
 */
final class Facts {

    private final Set<String> used = new TreeSet<>();
    private boolean roomy;
    private boolean orphans;
    private long reach;

    /** Notes that a variable is read. */
    void use(String variable) {
        used.add(variable);
    }

    /** The variables that are read, in alphabetical order. */
    Set<String> used() {
        return used;
    }

    /** Whether a variable is ever read. */
    boolean isUsed(String variable) {
        return used.contains(variable);
    }

    /** Notes that it matters what lies beside a mapping, or where a mapping was. */
    void needRoom() {
        roomy = true;
    }

    /** Whether mappings need places with nothing around. */
    boolean isRoomy() {
        return roomy;
    }

    /** Notes that a process outlives its parent and ends later. */
    void orphan() {
        orphans = true;
    }

    /** Whether a process outlives its parent and ends later. */
    boolean hasOrphans() {
        return orphans;
    }

    /** Notes a distance from a mapping that is spoken of, in bytes; what no address space holds is left out. */
    void reach(long distance) {
        if (distance > reach && distance <= 1L << 41) {
            reach = distance;
        }
    }

    /** The largest distance from a mapping that is spoken of, in bytes. */
    long reach() {
        return reach;
    }

    /** Whether nothing is known here that {@code other} does not know. */
    boolean within(Facts other) {
        return other.used.containsAll(used)
                && other.reach >= reach
                && (other.roomy || !roomy)
                && (other.orphans || !orphans);
    }
}
