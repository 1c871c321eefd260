package io.github.mmaplab.abi;

import java.util.Locale;

/** The flags of msync(2). */
public enum SyncFlag implements Word {
    /** MS_ASYNC. */
    ASYNC,
    /** MS_SYNC. */
    SYNC,
    /** MS_INVALIDATE. */
    INVALIDATE;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
        return word;
    }
}
