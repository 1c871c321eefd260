package io.github.mmaplab.abi;

import java.util.Locale;

/** The flags of mmap(2) that are simulated, beside the type of the mapping. */
public enum MapFlag implements Constant {
    /** MAP_FIXED: exactly there, and what was there goes; a scenario says it with {@code at}. */
    FIXED(0x10),
    /** MAP_FIXED_NOREPLACE: exactly there, or not at all. */
    FIXED_NOREPLACE(0x100000),
    /** MAP_POPULATE: fault the pages in at once. */
    POPULATE(0x8000),
    /** MAP_NONBLOCK: with MAP_POPULATE, do not populate after all. */
    NONBLOCK(0x10000),
    /** MAP_NORESERVE: reserve no swap; nothing that a program can see but which neighbours merge. */
    NORESERVE(0x4000),
    /** MAP_STACK: no huge pages; nothing that a program can see but which neighbours merge. */
    STACK(0x20000);

    private final long number;
    private final String word = name().toLowerCase(Locale.ROOT);

    MapFlag(long number) {
        this.number = number;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String inC() {
        return "MAP_" + name();
    }

    @Override
    public boolean isOffered() {
        return this != FIXED;
    }
}
