package io.github.mmaplab.abi;

/** The flags of mmap(2) and shmat(2) that are simulated, beside the type of the mapping. */
public enum MapFlag implements Constant {
    FIXED(0x10, "at this address, and what was mapped there is unmapped; a scenario says it with `at`"),
    FIXED_NOREPLACE(0x100000, "at this address, unless something is mapped there"),
    POPULATE(0x8000, "fault the pages in at once"),
    NONBLOCK(0x10000, "with populate, fault nothing in"),
    LOCKED(0x2000, "lock the mapping into memory, and fault the pages in at once"),
    NORESERVE(0x4000, "reserve no swap"),
    STACK(0x20000, "no effect"),
    RND(0x2000, "of a System V segment: round the address down to a page");

    private final long number;
    private final String meaning;

    MapFlag(long number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String prefix() {
        return this == RND ? "SHM_" : "MAP_";
    }

    @Override
    public boolean isOffered() {
        return this != FIXED;
    }
}
