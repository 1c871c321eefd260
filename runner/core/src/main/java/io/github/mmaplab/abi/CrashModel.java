package io.github.mmaplab.abi;

import java.util.Locale;

/** What a power failure may leave on a disk. */
public enum CrashModel implements Term {
    /**
     * fsync(2), msync(2) and "Synchronized I/O" of POSIX.1-2017: nothing is known of the order in which anything else reaches
     * the disk.
     */
    POSIX("what POSIX promises: what is not synced is on the disk or not, piece by piece, in any order"),
    /**
     * Documentation/admin-guide/ext4.rst, "data=ordered" and "auto_da_alloc"; Documentation/filesystems/journalling.rst:
     * metadata is committed in order, and new blocks are written before the metadata that refers to them.
     */
    EXT4_ORDERED("ext4 with its default mount options, data=ordered and auto_da_alloc. The default");

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String meaning;

    CrashModel(String meaning) {
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
