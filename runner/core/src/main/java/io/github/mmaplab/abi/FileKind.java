package io.github.mmaplab.abi;

import java.util.Locale;

/** What a file is made of. */
public enum FileKind implements Word {
    /** A file of ext4 with blocks of 4096 bytes, the ordinary file system of a Linux machine. */
    REGULAR((1L << 44) - 4096),
    /** memfd_create(2): a file in memory that has no name. */
    MEMFD(Long.MAX_VALUE),
    /** shm_open(3): a file of tmpfs. */
    SHM(Long.MAX_VALUE),
    /** The nameless file of a shared anonymous mapping (mm/shmem.c, shmem_zero_setup), which mmap(2) makes. */
    NAMELESS(Long.MAX_VALUE);

    private final String word = name().toLowerCase(Locale.ROOT);
    private final long largest;

    FileKind(long largest) {
        this.largest = largest;
    }

    @Override
    public String word() {
        return word;
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
