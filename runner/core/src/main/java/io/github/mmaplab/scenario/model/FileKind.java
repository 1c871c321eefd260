package io.github.mmaplab.scenario.model;

import java.util.Locale;

/** What a file is made of. */
public enum FileKind implements Word {
    /** A file of an ordinary file system (ext4). */
    REGULAR,
    /** A file of memory without a name, memfd_create(2). */
    MEMFD,
    /** A shared memory object, shm_open(3). */
    SHM;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
        return word;
    }
}
