package io.github.mmaplab.mistake;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.scenario.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * A mistaken picture of the kernel that people have: one rule of Linux that it lacks, or one myth that is true of it. There is
 * one for each rule and for each myth, in their order.
 */
public enum Misconception {
    PRIVATE_STORES_REACH_ALL(
            Rule.PRIVATE_STORES_COPY,
            "private-reaches-file",
            "What is written to a private mapping reaches the file, and everybody who maps it.",
            "A store to a private mapping goes to a copy that only the process has: the file never changes."),
    LOADS_COPY(
            Rule.LOADS_DO_NOT_COPY,
            "reading-copies",
            "Reading a private mapping already gives the process a copy of the page.",
            "Reading uses the page that everybody uses; only the first store makes a copy."),
    BOTH_SIDES_COPY(
            Rule.LAST_OWNER_REUSES,
            "both-sides-copy",
            "After a fork both sides copy the page when they write, the last one too.",
            "The first one that writes gets the copy; the last one left has the page for itself, and writes to it."),
    PRIVATE_IS_A_SNAPSHOT(
            Rule.PRIVATE_FOLLOWS_FILE,
            "private-is-snapshot",
            "A private mapping is a snapshot of the file, taken when it is mapped.",
            "Until a page is copied, a private mapping shows the page of the file itself, with all that is written to it."),
    COPY_OF_THE_WHOLE_MAPPING(
            Rule.COPIES_ONE_PAGE,
            "copies-whole-mapping",
            "The first write to a private mapping copies the whole mapping.",
            "Only the page that is written to is copied; the other pages stay shared until they are written to."),
    MSYNC_IS_NEEDED(
            Rule.STORES_ARE_SEEN_AT_ONCE,
            "msync-is-needed",
            "What is written to shared memory is seen by others only after msync, or when the mapping is gone.",
            "All who share it use the same page: a store is there at once. msync is about the disk, not about others."),
    STORES_MAKE_FILES_LONGER(
            Rule.STORES_KEEP_THE_SIZE,
            "stores-extend-file",
            "Writing past the end of the file, in its last page, makes the file longer.",
            "A store through a mapping never changes the size of a file: what is written past the end is lost."),
    CHILD_BEGINS_EMPTY(
            Rule.FORK_INHERITS_MAPPINGS,
            "child-has-no-mappings",
            "A child has to map memory for itself: it does not inherit the mappings of its parent.",
            "A child has all the mappings of its parent, at the same addresses."),
    FORK_COPIES_ALL(
            Rule.FORK_SHARES_PAGES,
            "fork-copies-everything",
            "Fork copies all the memory of the parent at once.",
            "Fork copies page-table entries; a page is copied when somebody stores to it."),
    FORK_SHARES_PRIVATE(
            Rule.FORK_SEPARATES_PRIVATE,
            "fork-shares-private",
            "After a fork, parent and child see what the other writes to private memory.",
            "Private memory is the same pages only until one of them stores: the store goes to a copy of its own."),
    FORK_COPIES_SHARED(
            Rule.FORK_KEEPS_SHARED,
            "fork-copies-shared",
            "After a fork the child has shared memory of its own, too.",
            "Shared mappings are the same pages in parent and child, and stay so: each sees what the other writes."),
    FORK_MAKES_READ_ONLY(
            Rule.FORKED_PAGES_STAY_WRITABLE,
            "fork-makes-read-only",
            "Fork marks private pages read-only, so that writing to them raises SIGSEGV.",
            "The process never sees that mark: the kernel copies the page, and the store goes on."),
    TAIL_IS_FILE(
            Rule.TAIL_IS_ZEROED,
            "tail-is-kept",
            "What is written past the end of the file in its last page is kept, and shows when the file grows.",
            "Behind the end the last page is filled with zeros when the file is cut or written back: it is no part of the file."),
    PAST_THE_END_IS_ZERO(
            Rule.PAST_THE_END_IS_SIGBUS,
            "past-the-end-is-zero",
            "Pages of a mapping past the end of the file read as zeros.",
            "An access to a whole page past the end of the file raises SIGBUS; only the rest of the last page is zeros."),
    TRUNCATION_SPARES_MAPPINGS(
            Rule.TRUNCATION_REACHES_MAPPINGS,
            "truncation-spares-mappings",
            "Cutting a file does not reach what is mapped already: the old bytes can still be read.",
            "What is cut off is gone from all mappings at once: reading its pages raises SIGBUS, the rest of the last is zeros."),
    COPIES_SURVIVE_TRUNCATION(
            Rule.TRUNCATION_TAKES_COPIES,
            "copies-survive-truncation",
            "A private copy of a page stays when the file is cut before it.",
            "Truncation takes the pages behind the new end from every mapping, private copies too."),
    PUNCHING_TAKES_COPIES(
            Rule.PUNCHING_KEEPS_COPIES,
            "holes-reach-copies",
            "A hole punched in the file also empties private copies.",
            "A hole is made in the file; a private copy is no part of it any more, and stays."),
    UNLINK_DESTROYS(
            Rule.UNLINK_KEEPS_FILE,
            "unlink-destroys",
            "Removing a file takes away the memory that is mapped from it.",
            "unlink removes a name: the file lives on as long as it is mapped or open."),
    PROTECTION_IS_ADVICE(
            Rule.PROTECTION_IS_ENFORCED,
            "protection-is-advice",
            "Writing to memory that is mapped read-only, or not at all accessible, just works.",
            "An access that the protection forbids raises SIGSEGV, whatever the file would allow."),
    DONTNEED_IS_A_HINT(
            Rule.DONTNEED_DROPS_COPIES,
            "dontneed-is-a-hint",
            "MADV_DONTNEED is only a hint: what is in memory stays as it is.",
            "MADV_DONTNEED gives up the pages at once: anonymous memory is zeros again, a private copy is the file again."),
    DONTNEED_ERASES_FILES(
            Rule.DONTNEED_KEEPS_FILES,
            "dontneed-is-zeros",
            "After MADV_DONTNEED every kind of memory reads as zeros.",
            "Memory of a file is the file again; only anonymous memory is zeros."),
    MREMAP_STARTS_AFRESH(
            Rule.MREMAP_MOVES_PAGES,
            "mremap-starts-afresh",
            "Moving a mapping with mremap leaves what was in it behind.",
            "mremap takes the pages along: at the new address are the same bytes."),
    PAST_THE_END_IS_SIGSEGV(
            Myth.PAST_THE_END_IS_SIGSEGV,
            "past-the-end-is-sigsegv",
            "An access past the end of the file raises SIGSEGV.",
            "It raises SIGBUS: the address is mapped, but the file has no page for it. SIGSEGV is for what is not mapped or"
                    + " not allowed."),
    STORED_BYTES_ALONE_ARE_PRIVATE(
            Myth.STORED_BYTES_ALONE_ARE_PRIVATE,
            "stored-bytes-alone",
            "Only the stored bytes become private; the rest of the page goes on showing the file.",
            "The whole page is copied at the first store: from then on no byte of it follows the file."),
    OFFSETS_ARE_IGNORED(
            Myth.OFFSETS_ARE_IGNORED,
            "offset-is-ignored",
            "A place in a mapping is the same place in the file.",
            "Only if the mapping begins at offset 0: its first byte is the file's at the offset."),
    MAPPING_EXTENDS_THE_FILE(
            Myth.MAPPING_EXTENDS_THE_FILE,
            "mapping-extends-file",
            "Mapping more than the file has makes the file longer.",
            "mmap never changes the size of a file: what is mapped past its end can't be accessed."),
    MSYNC_SAVES_PRIVATE(
            Myth.MSYNC_SAVES_PRIVATE,
            "msync-saves-private",
            "msync writes a private mapping to the file.",
            "Nothing does: what is stored to a private mapping never reaches the file. msync is for shared mappings."),
    UNMAPPING_SAVES_PRIVATE(
            Myth.UNMAPPING_SAVES_PRIVATE,
            "unmapping-saves-private",
            "What was written to a private mapping is saved when it is unmapped, or its process ends.",
            "It is thrown away: private copies never reach the file."),
    EXEC_KEEPS_MAPPINGS(
            Myth.EXEC_KEEPS_MAPPINGS,
            "exec-keeps-mappings",
            "A program that is started by exec still has the mappings of the one before.",
            "exec gives the process a new address space: nothing stays mapped, not even shared memory."),
    MUNMAP_REACHES_RELATIVES(
            Myth.MUNMAP_REACHES_RELATIVES,
            "munmap-reaches-relatives",
            "What a process unmaps is gone for its parent and its children, too.",
            "Each process has mappings of its own after a fork: munmap changes those of the caller alone."),
    MPROTECT_REACHES_RELATIVES(
            Myth.MPROTECT_REACHES_RELATIVES,
            "mprotect-reaches-relatives",
            "mprotect changes the protection for parent and children, too.",
            "The protection is the mapping's, and each process has mappings of its own after a fork."),
    ENDING_TAKES_FROM_CHILDREN(
            Myth.ENDING_TAKES_FROM_CHILDREN,
            "ending-takes-from-children",
            "When a process ends, the memory that its children have from it is gone.",
            "A page stays as long as anybody has it: the children go on with the memory that they inherited."),
    SHARED_ANONYMOUS_IS_ONE(
            Myth.SHARED_ANONYMOUS_IS_ONE,
            "shared-anonymous-is-one",
            "Processes that map shared anonymous memory all get the same memory.",
            "Each mmap makes new memory: only a process that inherits the mapping by fork has the same."),
    FIXED_FAILS_ON_MAPPED(
            Myth.FIXED_FAILS_ON_MAPPED,
            "fixed-fails-on-mapped",
            "MAP_FIXED fails where something is mapped already.",
            "It replaces what is there, without a word; MAP_FIXED_NOREPLACE fails."),
    MMAP_ALLOCATES(
            Myth.MMAP_ALLOCATES,
            "mmap-allocates",
            "mmap gives the process all its pages at once.",
            "A page is there when somebody touches it: until then mmap has only noted what is to be there.");

    private final @Nullable Rule lacking;
    private final @Nullable Myth believed;
    private final String id;
    private final String belief;
    private final String remedy;

    Misconception(Rule rule, String id, String belief, String remedy) {
        this(rule, null, id, belief, remedy);
    }

    Misconception(Myth myth, String id, String belief, String remedy) {
        this(null, myth, id, belief, remedy);
    }

    Misconception(@Nullable Rule lacking, @Nullable Myth believed, String id, String belief, String remedy) {
        this.lacking = lacking;
        this.believed = believed;
        this.id = id;
        this.belief = belief;
        this.remedy = remedy;
    }

    /** Its name in files and reports; stable. */
    public String id() {
        return id;
    }

    /** What is believed, one sentence. */
    public String belief() {
        return belief;
    }

    /** How it is, one sentence. */
    public String remedy() {
        return remedy;
    }

    /** Whether somebody can believe that of what a scenario is about: of a file only where there is one. */
    public boolean appliesTo(Scenario scenario) {
        return this != PRIVATE_STORES_REACH_ALL || !scenario.files().isEmpty();
    }

    /** A kernel as those imagine it who believe this, just started. */
    public Kernel boot(PageSize pageSize) {
        Rules rules = lacking == null ? Rules.LINUX : Rules.LINUX.without(lacking);
        return new SimulatedKernel(Machine.boot(pageSize, believed == null ? rules : rules.believing(believed)));
    }
}
