package io.github.mmaplab.kernel.machine;

/**
 * An effect that people expect of Linux and that it does not have. Unlike a {@link Rule}, it contradicts no decision of
 * Linux. Each myth is consulted at one point of the code, and Linux has none.
 */
public enum Myth {
    /** An access past the end of the file raises SIGSEGV, as one where nothing is mapped. (mmap(2), ERRORS, says SIGBUS) */
    PAST_THE_END_IS_SIGSEGV,
    /**
     * Of a page that was copied only the stored bytes are private; the others go on following the file. (mm/memory.c,
     * wp_page_copy, copies all of it)
     */
    STORED_BYTES_ALONE_ARE_PRIVATE,
    /** A mapping shows the beginning of the file, whatever its offset. (mmap(2), offset) */
    OFFSETS_ARE_IGNORED,
    /** Mapping more than the file has makes the file longer. (mmap(2), NOTES: it does not) */
    MAPPING_EXTENDS_THE_FILE,
    /** Msync writes private copies to the file, too. (mmap(2), MAP_PRIVATE: nothing does) */
    MSYNC_SAVES_PRIVATE,
    /** What a process stores to a shared mapping is on the disk at once. (msync(2): no guarantee without it) */
    STORES_REACH_THE_DISK,
    /** Unmapping a shared mapping, or ending its process, writes it to the disk. (msync(2)) */
    UNMAPPING_REACHES_THE_DISK,
    /** Private copies are written to the file when they are unmapped, or their process ends. (mmap(2), MAP_PRIVATE) */
    UNMAPPING_SAVES_PRIVATE,
    /** A program that is started by exec finds the mappings of the one before. (execve(2): they are not preserved) */
    EXEC_KEEPS_MAPPINGS,
    /** What is unmapped can still be accessed, as memory after free(3) often can. (munmap(2), DESCRIPTION: SIGSEGV) */
    MUNMAP_IS_LIKE_FREE,
    /** Munmap takes the range from relatives, too. (fork(2): the address spaces are separate) */
    MUNMAP_REACHES_RELATIVES,
    /** Mprotect changes the protection for relatives, too. (fork(2)) */
    MPROTECT_REACHES_RELATIVES,
    /** When a process ends, the memory that its children have from it is gone. (fork(2); exit(3)) */
    ENDING_TAKES_FROM_CHILDREN,
    /** When a process ends, its children end as it does. (exit(3): they get another parent) */
    ENDING_ENDS_CHILDREN,
    /** All shared anonymous memory is one, for every process that maps it. (mmap(2), MAP_ANONYMOUS) */
    SHARED_ANONYMOUS_IS_ONE,
    /** MAP_FIXED fails with EEXIST where something is mapped already. (mmap(2): that is MAP_FIXED_NOREPLACE) */
    FIXED_FAILS_ON_MAPPED,
    /** Mmap gives the process all pages at once. (mmap(2), MAP_POPULATE: only then) */
    MMAP_ALLOCATES,
    /**
     * When a memfd is sealed against writing, also with F_SEAL_FUTURE_WRITE, its shared mappings become read-only.
     * (fcntl(2), F_SEAL_FUTURE_WRITE: they stay as they are)
     */
    SEALING_ENDS_MAPPINGS,
    /** A write seal also forbids private mappings that are writable. (fcntl(2), F_SEAL_WRITE: only shared ones) */
    SEALS_REACH_PRIVATE,
    /** A write seal also keeps the size of the file. (fcntl(2): F_SEAL_SHRINK and F_SEAL_GROW do) */
    WRITE_SEAL_KEEPS_THE_SIZE,
    /** Mseal makes memory read-only. (mseal(2): the mapping cannot be changed, its bytes can) */
    SEALED_MEMORY_IS_READ_ONLY
}
