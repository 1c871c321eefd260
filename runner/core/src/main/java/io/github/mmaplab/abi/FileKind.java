package io.github.mmaplab.abi;

import java.util.Locale;

/** What a file is made of. */
public enum FileKind implements Term {
    /** ext4 with blocks of 4096 bytes. */
    REGULAR((1L << 44) - 4096, "a file of an ordinary file system. The default"),
    MEMFD(Long.MAX_VALUE, "memfd_create(2): a file in memory without a name"),
    SHM(Long.MAX_VALUE, "shm_open(3): a shared memory object"),
    SYSV(Long.MAX_VALUE, "shmget(2): a System V shared memory segment, which mappings attach with shmat(2)"),
    NAMELESS(
            Long.MAX_VALUE,
            "the file of a shared anonymous mapping, which mmap(2) makes (mm/shmem.c, shmem_zero_setup)");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final long largest;
    private final String meaning;

    FileKind(long largest, String meaning) {
        this.largest = largest;
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

    @Override
    public boolean isOffered() {
        return this != NAMELESS;
    }

    /** The largest size that the file system allows, in bytes (s_maxbytes). */
    public long largest() {
        return largest;
    }

    /** Whether the file is on a disk, so that writing back means something. */
    public boolean hasDisk() {
        return this == REGULAR;
    }
}
