package io.github.mmaplab.abi;

import java.util.Locale;

/** The flags of msync(2). */
public enum SyncFlag implements Constant {
    /** MS_ASYNC. */
    ASYNC(1),
    /** MS_SYNC. */
    SYNC(4),
    /** MS_INVALIDATE. */
    INVALIDATE(2);

    private final long number;
    private final String word = name().toLowerCase(Locale.ROOT);

    SyncFlag(long number) {
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
        return "MS_" + name();
    }
}
