package io.github.mmaplab.abi;

/** The flags of fallocate(2). */
public enum FallocateFlag implements Constant {
    KEEP_SIZE(1, "the file keeps its size"),
    PUNCH_HOLE(2, "the range becomes a hole");

    private final long number;
    private final String meaning;

    FallocateFlag(long number, String meaning) {
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
        return "FALLOC_FL_";
    }

    /** A scenario punches a hole with a verb of its own. */
    @Override
    public boolean isOffered() {
        return this != PUNCH_HOLE;
    }
}
