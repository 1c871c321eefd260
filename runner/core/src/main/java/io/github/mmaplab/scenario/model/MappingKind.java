package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Word;
import java.util.Locale;

/** The four kinds of mappings (mmap(2): with a file or MAP_ANONYMOUS, MAP_PRIVATE or MAP_SHARED). */
public enum MappingKind implements Word {
    PRIVATE_FILE,
    PRIVATE_ANONYMOUS,
    SHARED_FILE,
    SHARED_ANONYMOUS;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    @Override
    public String word() {
        return word;
    }
}
