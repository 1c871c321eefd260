package io.github.mmaplab.kernel.machine;

/**
 * A decision that makes the simulated kernel Linux. Each is asked at one point of the code; a kernel without it behaves
 * as the sentence after "without" says.
 */
public enum Rule {
    /**
     * The first store to a private page that others can see goes to a copy. Without: it goes to the page itself, so
     * that it reaches relatives and the file. (mmap(2), MAP_PRIVATE; mm/memory.c, do_wp_page and do_cow_fault)
     */
    PRIVATE_STORES_COPY,
    /**
     * Loads of private memory use the page that all share. Without: the first load copies already. (mm/memory.c,
     * do_read_fault)
     */
    LOADS_DO_NOT_COPY,
    /**
     * The last process that has a private page stores to it without a copy. Without: it copies once more. (mm/memory.c,
     * wp_can_reuse_anon_folio)
     */
    LAST_OWNER_REUSES,
    /**
     * A private mapping shows what is written to the file until the page is copied. Without: it is a snapshot, taken
     * when it is mapped. (POSIX leaves it unspecified; mm/memory.c, do_read_fault)
     */
    PRIVATE_FOLLOWS_FILE,
    /**
     * A store copies the one page that it goes to. Without: the first store to a private mapping gives the process
     * copies of all its pages, in anonymous memory pages of zeros. (mm/memory.c, wp_page_copy)
     */
    COPIES_ONE_PAGE,
    /**
     * What a process stores to shared memory is there at once for all who map or read the file. Without: the others see
     * it only after msync with MS_SYNC or MS_ASYNC, after it is unmapped, or after the process ends or execs. (mmap(2),
     * MAP_SHARED; msync(2))
     */
    STORES_ARE_SEEN_AT_ONCE,
    /**
     * A store past the end of a file, in its last page, does not make the file longer. Without: the file grows so that
     * it holds the stored bytes. (mmap(2), NOTES)
     */
    STORES_KEEP_THE_SIZE,
    /** A child has the mappings of its parent. Without: it begins with none. (fork(2); kernel/fork.c, dup_mmap) */
    FORK_INHERITS_MAPPINGS,
    /**
     * Fork copies page-table entries, not pages. Without: it copies every private page at once. (fork(2), NOTES;
     * mm/memory.c, copy_present_ptes)
     */
    FORK_SHARES_PAGES,
    /**
     * A store by parent or child to private memory stays with the one that stored. Without: both go on sharing it, and
     * each new page of one belongs to the other too. (fork(2))
     */
    FORK_SEPARATES_PRIVATE,
    /**
     * Shared mappings of parent and child use the same pages. Without: the child's use copies of the pages as they were
     * at the fork, touched or not, and have no more to do with the file. (fork(2); mmap(2), MAP_SHARED; mm/memory.c,
     * copy_page_range)
     */
    FORK_KEEPS_SHARED,
    /**
     * After a fork both sides can store to private memory as before. Without: a store to a private page that a relative
     * still has too raises SIGSEGV, for the fork made it read-only. (fork(2); mm/memory.c, do_wp_page)
     */
    FORKED_PAGES_STAY_WRITABLE,
    /**
     * What is after the end of a file in its last page becomes zero when the file is cut there, or written back.
     * Without: the old bytes stay. (mmap(2), NOTES; mm/truncate.c, truncate_inode_partial_folio)
     */
    TAIL_IS_ZEROED,
    /**
     * An access to a page past the end of the file raises SIGBUS. Without: it finds zeros. (mmap(2), ERRORS;
     * mm/filemap.c, filemap_fault)
     */
    PAST_THE_END_IS_SIGBUS,
    /**
     * What truncation cuts off is also gone for existing mappings. Without: they keep the pages past the new end, and
     * the bytes after it in the last page. (mmap(2), ERRORS; mm/truncate.c, truncate_pagecache)
     */
    TRUNCATION_REACHES_MAPPINGS,
    /**
     * Truncation takes away the pages past the new end from every mapping, private copies too. Without: private
     * copies stay. (mm/memory.c, unmap_mapping_range with even_cows)
     */
    TRUNCATION_TAKES_COPIES,
    /**
     * Punching a hole leaves private copies alone. Without: it takes them as truncation does. (mm/truncate.c,
     * truncate_pagecache_range)
     */
    PUNCHING_KEEPS_COPIES,
    /**
     * A file without a name lives on in its mappings. Without: unlinking empties it, so that its pages are gone.
     * (unlink(2); fs/inode.c, iput)
     */
    UNLINK_KEEPS_FILE,
    /** Accesses that the protection forbids raise SIGSEGV. Without: they succeed. (mprotect(2)) */
    PROTECTION_IS_ENFORCED,
    /**
     * MADV_DONTNEED gives up private copies. Without: it changes nothing. (madvise(2); mm/madvise.c,
     * madvise_dontneed_single_vma)
     */
    DONTNEED_DROPS_COPIES,
    /**
     * After MADV_DONTNEED the memory of a file shows the file. Without: it shows zeros. Shared memory has them in the
     * file itself, private memory on pages of its own. (madvise(2))
     */
    DONTNEED_KEEPS_FILES,
    /** Mremap takes the pages along. Without: the new place starts afresh. (mremap(2); mm/mremap.c, move_page_tables) */
    MREMAP_MOVES_PAGES,
    /**
     * A memfd cannot be sealed against writing while a shared mapping of it may be stored to. Without: it can, and the
     * mapping goes on as it is. (fcntl(2), F_SEAL_WRITE; mm/memfd.c, memfd_add_seals)
     */
    WRITE_SEAL_NEEDS_NO_WRITER,
    /**
     * A mapping that is sealed by mseal is sealed in a child too. Without: the child can change it. (mseal(2);
     * mm/mmap.c, dup_mmap)
     */
    FORK_KEEPS_SEALS
}
