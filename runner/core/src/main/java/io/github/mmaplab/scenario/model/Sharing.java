package io.github.mmaplab.scenario.model;

import java.util.Locale;

/** The two bits of mmap(2)'s flags that say who sees a store. */
public enum Sharing implements Word {
    /** MAP_PRIVATE. */
    PRIVATE,
    /** MAP_SHARED. */
    SHARED,
    /** MAP_SHARED_VALIDATE: as shared, but unknown flags are refused. */
    SHARED_VALIDATE,
    /** Neither flag, which the kernel refuses. */
    NONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
        return word;
    }
}
