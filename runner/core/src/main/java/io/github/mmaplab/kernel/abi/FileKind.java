package io.github.mmaplab.kernel.abi;

/** What stands behind a file. */
public enum FileKind {
    /** A file of ext4 with blocks of 4096 bytes, the ordinary file system of a Linux machine. */
    REGULAR((1L << 44) - 4096),
    /** memfd_create(2): a file in memory that has no name. */
    MEMFD(Long.MAX_VALUE),
    /** shm_open(3): a file of tmpfs. */
    SHM(Long.MAX_VALUE),
    /** The nameless file behind a shared anonymous mapping (mm/shmem.c, shmem_zero_setup). */
    NAMELESS(Long.MAX_VALUE);

    private final long largest;

    FileKind(long largest) {
        this.largest = largest;
    }

    /** The largest size that the file system allows, in bytes (s_maxbytes). */
    public long largest() {
        return largest;
    }

    /** Whether the file has a disk behind it, so that writing back means something. */
    public boolean hasDisk() {
        return this == REGULAR;
    }
}
