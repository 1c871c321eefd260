package io.github.mmaplab.abi;

import java.util.Locale;

/** The type of a mapping as mmap(2) is asked for it (MAP_TYPE): who sees a store. */
public enum Sharing implements Term {
    PRIVATE("MAP_PRIVATE: only this mapping sees its stores"),
    SHARED("MAP_SHARED: all mappings see stores, and they reach the file"),
    SHARED_VALIDATE("MAP_SHARED_VALIDATE: like shared, and unknown flags are refused"),
    NONE("neither flag: to show that the kernel refuses it");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String meaning;

    Sharing(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
