package io.github.mmaplab.abi;

import java.util.Locale;

/** The flags of mmap(2) that are simulated, beside the type of the mapping. */
public enum MapFlag implements Word {
    /** MAP_FIXED: exactly there, and what was there goes; a scenario says it with {@code at}. */
    FIXED,
    /** MAP_FIXED_NOREPLACE: exactly there, or not at all. */
    FIXED_NOREPLACE,
    /** MAP_POPULATE: fault the pages in at once. */
    POPULATE,
    /** MAP_NONBLOCK: with MAP_POPULATE, do not populate after all. */
    NONBLOCK,
    /** MAP_NORESERVE: reserve no swap; nothing that a program can see but which neighbours merge. */
    NORESERVE,
    /** MAP_STACK: no huge pages; nothing that a program can see but which neighbours merge. */
    STACK;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
        return word;
    }

    @Override
    public boolean isOffered() {
        return this != FIXED;
    }
}
