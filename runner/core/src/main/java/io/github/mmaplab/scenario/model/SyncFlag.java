package io.github.mmaplab.scenario.model;

import java.util.Locale;

/** Flags of msync(2). */
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
