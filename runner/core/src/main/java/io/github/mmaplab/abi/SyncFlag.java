package io.github.mmaplab.abi;

/** The flags of msync(2). */
public enum SyncFlag implements Constant {
    ASYNC(1, "start writing back, and do not wait"),
    SYNC(4, "write back, and wait"),
    INVALIDATE(2, "fail with EBUSY if the range is locked");

    private final long number;
    private final String meaning;

    SyncFlag(long number, String meaning) {
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
        return "MS_";
    }
}
