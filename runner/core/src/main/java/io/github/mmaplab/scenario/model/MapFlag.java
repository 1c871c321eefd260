package io.github.mmaplab.scenario.model;

import java.util.Locale;

/** Further flags of mmap(2). */
public enum MapFlag implements Word {
    /** MAP_FIXED_NOREPLACE: at the address, unless something is mapped there. */
    FIXED_NOREPLACE,
    /** MAP_POPULATE: fault the pages in at once. */
    POPULATE,
    /** MAP_NONBLOCK: with MAP_POPULATE, fault nothing in after all. */
    NONBLOCK,
    /** MAP_NORESERVE: reserve no swap; nothing to observe here. */
    NORESERVE,
    /** MAP_STACK: no effect. */
    STACK;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
        return word;
    }
}
