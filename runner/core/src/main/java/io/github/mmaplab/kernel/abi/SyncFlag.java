package io.github.mmaplab.kernel.abi;

/** The flags of msync(2). */
public enum SyncFlag {
    /** MS_SYNC. */
    SYNC,
    /** MS_ASYNC. */
    ASYNC,
    /** MS_INVALIDATE. */
    INVALIDATE
}
