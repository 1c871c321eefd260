package io.github.mmaplab.abi;

import java.util.Locale;

/** The flags of mremap(2). */
public enum RemapFlag implements Word {
    /** MREMAP_MAYMOVE. */
    MAYMOVE,
    /** MREMAP_FIXED: move to the address given by {@code at}. */
    FIXED,
    /** MREMAP_DONTUNMAP: leave the old range mapped, without its pages. */
    DONTUNMAP;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
        return word;
    }
}
