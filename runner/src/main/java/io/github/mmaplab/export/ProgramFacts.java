package io.github.mmaplab.export;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * ProgramFacts about a program that are known only after it is written. It is written again with them until there are no new
 * ones.
 */
final class ProgramFacts {

    private final Set<String> used = new TreeSet<>();
    private final Map<String, Integer> registers = new TreeMap<>();
    private final Set<String> descriptors = new TreeSet<>();
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

    /** Notes the variable of a register, and how many bytes it has. */
    void carry(String variable, int length) {
        registers.merge(variable, length, Math::max);
    }

    /** The variables of registers, each with its length, in alphabetical order. */
    Map<String, Integer> registers() {
        return registers;
    }

    /** Notes the variable of a file descriptor. */
    void open(String variable) {
        descriptors.add(variable);
    }

    /** The variables of file descriptors, in alphabetical order. */
    Set<String> descriptors() {
        return descriptors;
    }

    /** Notes that the surroundings of a mapping matter, or where a mapping was. */
    void needRoom() {
        roomy = true;
    }

    /** Whether mappings need free space around them. */
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

    /**
     * Notes a distance from a mapping to an address in use, in bytes. Distances that exceed the address space are
     * ignored.
     */
    void reach(long distance) {
        if (distance > reach && distance <= 1L << 41) {
            reach = distance;
        }
    }

    /** The largest distance from a mapping to an address in use, in bytes. */
    long reach() {
        return reach;
    }

    /** Whether {@code other} contains all of these facts. */
    boolean within(ProgramFacts other) {
        return other.used.containsAll(used)
                && other.registers.entrySet().containsAll(registers.entrySet())
                && other.descriptors.containsAll(descriptors)
                && other.reach >= reach
                && (other.roomy || !roomy)
                && (other.orphans || !orphans);
    }
}
