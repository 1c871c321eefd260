package io.github.mmaplab.abi;

import java.util.Locale;

/** The type of a mapping as mmap(2) is asked for it (MAP_TYPE): who sees a store. */
public enum Sharing implements Word {
    /** MAP_PRIVATE. */
    PRIVATE,
    /** MAP_SHARED. */
    SHARED,
    /** MAP_SHARED_VALIDATE: as shared, but unknown flags are refused. */
    SHARED_VALIDATE,
    /** Neither, which the kernel refuses. */
    NONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
        return word;
    }
}
