package io.github.mmaplab.abi;

import java.util.Locale;

/** The flags of mremap(2). */
public enum RemapFlag implements Constant {
    /** MREMAP_MAYMOVE. */
    MAYMOVE(1),
    /** MREMAP_FIXED: move to the address given by {@code at}. */
    FIXED(2),
    /** MREMAP_DONTUNMAP: leave the old range mapped, without its pages. */
    DONTUNMAP(4);

    private final long number;
    private final String word = name().toLowerCase(Locale.ROOT);

    RemapFlag(long number) {
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
        return "MREMAP_" + name();
    }
}
