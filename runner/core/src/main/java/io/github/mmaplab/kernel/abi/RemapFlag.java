package io.github.mmaplab.kernel.abi;

/** The flags of mremap(2). */
public enum RemapFlag {
    /** MREMAP_MAYMOVE. */
    MAYMOVE,
    /** MREMAP_FIXED. */
    FIXED,
    /** MREMAP_DONTUNMAP. */
    DONTUNMAP
}
