package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.machine.Rule;

/**
 * A rule of Linux for a reader.
 *
 * @param rule which
 * @param sentence what Linux does, one sentence without a full stop
 * @param reference where to read about it: manual pages, and sections of books. CS:APP is Bryant and O'Hallaron, Computer
 *     Systems: A Programmer's Perspective, third edition; TLPI is Kerrisk, The Linux Programming Interface
 */
public record RuleWords(Rule rule, String sentence, String reference) {

    /** The words for a rule. */
    public static RuleWords of(Rule rule) {
        return switch (rule) {
            case PRIVATE_STORES_COPY ->
                words(
                        rule,
                        "the first store to a private page that others can see goes to a copy",
                        "mmap(2), MAP_PRIVATE; CS:APP 9.8.1; TLPI 49.1");
            case LOADS_DO_NOT_COPY ->
                words(
                        rule,
                        "reading private memory copies nothing: the reader uses the page that all processes share",
                        "CS:APP 9.8.1; TLPI 49.1");
            case LAST_OWNER_REUSES ->
                words(
                        rule,
                        "the last process that has a private page stores to it without a copy",
                        "Linux, mm/memory.c, wp_can_reuse_anon_folio");
            case PRIVATE_FOLLOWS_FILE ->
                words(
                        rule,
                        "a private page that has not been copied yet is the file's own page, and shows what is written to"
                                + " the file; POSIX does not promise it",
                        "mmap(2), MAP_PRIVATE; Linux, mm/memory.c, do_read_fault");
            case FORK_INHERITS_MAPPINGS ->
                words(rule, "a child has all the mappings of its parent", "fork(2); CS:APP 9.8.2; TLPI 49.1");
            case FORK_SHARES_PAGES ->
                words(
                        rule,
                        "fork copies page-table entries, not pages: parent and child share every page until one of them"
                                + " stores",
                        "fork(2), NOTES; CS:APP 9.8.2; TLPI 24.2.2");
            case FORK_SEPARATES_PRIVATE ->
                words(
                        rule,
                        "after a fork, what parent or child stores to private memory is seen only by the one that stores",
                        "fork(2); CS:APP 9.8.2; TLPI 24.2.2");
            case TAIL_IS_ZEROED ->
                words(
                        rule,
                        "what is past the end of a file in its last page becomes zero when the file is cut, grown"
                                + " over it or written back",
                        "mmap(2), NOTES; TLPI 49.4.3");
            case PAST_THE_END_IS_SIGBUS ->
                words(
                        rule,
                        "an access to a page that is wholly past the end of the file raises SIGBUS",
                        "mmap(2), ERRORS; TLPI 49.4.3");
            case TRUNCATION_TAKES_COPIES ->
                words(
                        rule,
                        "cutting a file takes the pages past its new end out of every mapping, private copies too",
                        "Linux, mm/memory.c, unmap_mapping_range");
            case PUNCHING_KEEPS_COPIES ->
                words(
                        rule,
                        "punching a hole takes pages out of the file, but leaves private copies alone",
                        "fallocate(2), FALLOC_FL_PUNCH_HOLE; Linux, mm/truncate.c, truncate_pagecache_range");
            case PROTECTION_IS_ENFORCED ->
                words(
                        rule,
                        "an access that the protection of the mapping forbids raises SIGSEGV",
                        "mprotect(2); mmap(2), ERRORS; TLPI 50.1");
            case DONTNEED_DROPS_COPIES ->
                words(
                        rule,
                        "MADV_DONTNEED gives up private copies: the next access finds the file's bytes again, or zeros",
                        "madvise(2), MADV_DONTNEED; TLPI 50.4");
            case COPIES_ONE_PAGE ->
                words(
                        rule,
                        "a store copies the one page that it goes to, and no other page of the mapping",
                        "CS:APP 9.8.1; TLPI 49.1; Linux, mm/memory.c, wp_page_copy");
            case STORES_ARE_SEEN_AT_ONCE ->
                words(
                        rule,
                        "a store to shared memory is there at once for all who map or read it; no msync is needed for that",
                        "mmap(2), MAP_SHARED; msync(2); TLPI 49.5");
            case STORES_KEEP_THE_SIZE ->
                words(
                        rule,
                        "a store past the end of a file, in its last page, does not make the file longer",
                        "mmap(2), NOTES; TLPI 49.4.3");
            case FORK_KEEPS_SHARED ->
                words(
                        rule,
                        "parent and child use the same pages of a shared mapping, and go on doing so",
                        "fork(2); mmap(2), MAP_SHARED; TLPI 49.7");
            case FORKED_PAGES_STAY_WRITABLE ->
                words(
                        rule,
                        "after a fork both sides may store to their private memory as before: the kernel copies, it does"
                                + " not refuse",
                        "fork(2); CS:APP 9.8.2; TLPI 24.2.2");
            case TRUNCATION_REACHES_MAPPINGS ->
                words(
                        rule,
                        "what a truncation cuts off is gone for the mappings that there are, too",
                        "mmap(2), ERRORS, SIGBUS; Linux, mm/truncate.c, truncate_pagecache");
            case UNLINK_KEEPS_FILE ->
                words(rule, "a file without a name lives on as long as it is mapped or open", "unlink(2)");
            case DONTNEED_KEEPS_FILES ->
                words(
                        rule,
                        "after MADV_DONTNEED the memory of a file shows the file: only what was the process's own is lost",
                        "madvise(2), MADV_DONTNEED");
            case MREMAP_MOVES_PAGES ->
                words(rule, "mremap takes the pages along to the new place", "mremap(2); TLPI 49.8");
            case WRITE_SEAL_NEEDS_NO_WRITER ->
                words(
                        rule,
                        "a memfd cannot be sealed against writing while a process has it mapped shared and may store to it",
                        "fcntl(2), F_SEAL_WRITE; Linux, mm/memfd.c, memfd_add_seals");
            case FORK_KEEPS_SEALS ->
                words(
                        rule,
                        "a mapping that is sealed by mseal is sealed in every child, too",
                        "mseal(2); Linux, mm/mmap.c, dup_mmap");
        };
    }

    private static RuleWords words(Rule rule, String sentence, String reference) {
        return new RuleWords(rule, sentence, reference);
    }
}
