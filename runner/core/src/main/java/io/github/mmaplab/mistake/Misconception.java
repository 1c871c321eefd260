package io.github.mmaplab.mistake;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mistaken picture of the kernel that people have: one rule of Linux that it lacks, or one myth that is true of it. There is
 * one for each rule and for each myth, in their order.
 */
public enum Misconception {
    PRIVATE_STORES_REACH_ALL(
            Rule.PRIVATE_STORES_COPY,
            "private-reaches-file",
            "A write to a private mapping reaches the file and every process that maps it.",
            "A store to a private mapping goes to a copy that belongs to the process: the file never changes."),
    LOADS_COPY(
            Rule.LOADS_DO_NOT_COPY,
            "reading-copies",
            "Reading a private mapping is enough to give the process a copy of the page.",
            "Reading uses the page that all processes share; only the first store makes a copy."),
    BOTH_SIDES_COPY(
            Rule.LAST_OWNER_REUSES,
            "both-sides-copy",
            "After fork, both processes copy a page when they write to it, even the last owner.",
            "The first process that writes gets a copy; then the other one owns the page alone, and writes to it directly."),
    PRIVATE_IS_A_SNAPSHOT(
            Rule.PRIVATE_FOLLOWS_FILE,
            "private-is-snapshot",
            "A private mapping is a snapshot of the file, taken by mmap.",
            "Until a page is copied, a private mapping shows the page of the file itself, and every write to it."),
    COPY_OF_THE_WHOLE_MAPPING(
            Rule.COPIES_ONE_PAGE,
            "copies-whole-mapping",
            "The first write to a private mapping copies the whole mapping.",
            "Only the page that is written to is copied; each other page stays shared until it is written to."),
    MSYNC_IS_NEEDED(
            Rule.STORES_ARE_SEEN_AT_ONCE,
            "msync-is-needed",
            "Other processes see a write to shared memory only after msync or munmap.",
            "All processes use the same page, so a store is visible at once. msync writes to disk; other processes do not need it."),
    STORES_MAKE_FILES_LONGER(
            Rule.STORES_KEEP_THE_SIZE,
            "stores-extend-file",
            "Writing past the end of the file, within its last page, extends the file.",
            "A store to a mapping never changes the size of the file: bytes past the end are lost."),
    CHILD_BEGINS_EMPTY(
            Rule.FORK_INHERITS_MAPPINGS,
            "child-has-no-mappings",
            "A child must map memory itself: it does not inherit the mappings of its parent.",
            "A child inherits all mappings of its parent, at the same addresses."),
    FORK_COPIES_ALL(
            Rule.FORK_SHARES_PAGES,
            "fork-copies-everything",
            "fork copies all memory of the parent at once.",
            "fork copies page-table entries; a page is copied when a process stores to it."),
    FORK_SHARES_PRIVATE(
            Rule.FORK_SEPARATES_PRIVATE,
            "fork-shares-private",
            "After fork, parent and child see each other's writes to private memory.",
            "They share the pages of private memory only until one of them stores: the store goes to a copy."),
    FORK_COPIES_SHARED(
            Rule.FORK_KEEPS_SHARED,
            "fork-copies-shared",
            "After fork, the child has its own copy of shared memory, too.",
            "Parent and child share the pages of shared mappings, always: each sees the writes of the other."),
    FORK_MAKES_READ_ONLY(
            Rule.FORKED_PAGES_STAY_WRITABLE,
            "fork-makes-read-only",
            "fork marks private pages read-only, so writing to them raises SIGSEGV.",
            "The process never notices: the kernel copies the page, and the store succeeds."),
    TAIL_IS_FILE(
            Rule.TAIL_IS_ZEROED,
            "tail-is-kept",
            "Bytes written past the end of the file, in its last page, are kept, and appear when the file grows.",
            "The rest of the last page is not part of the file: it is zeroed when the file is truncated or written back."),
    PAST_THE_END_IS_ZERO(
            Rule.PAST_THE_END_IS_SIGBUS,
            "past-the-end-is-zero",
            "Pages of a mapping past the end of the file read as zeros.",
            "An access to a page wholly past the end of the file raises SIGBUS; only the rest of the last page reads as zeros."),
    TRUNCATION_SPARES_MAPPINGS(
            Rule.TRUNCATION_REACHES_MAPPINGS,
            "truncation-spares-mappings",
            "Truncating a file does not affect existing mappings: the old bytes can still be read.",
            "The pages that are cut off disappear from all mappings at once: reading them raises SIGBUS."),
    COPIES_SURVIVE_TRUNCATION(
            Rule.TRUNCATION_TAKES_COPIES,
            "copies-survive-truncation",
            "A private copy of a page survives when the file is truncated before it.",
            "Truncation removes the pages past the new end from every mapping, private copies included."),
    PUNCHING_TAKES_COPIES(
            Rule.PUNCHING_KEEPS_COPIES,
            "holes-reach-copies",
            "A hole punched in the file also clears private copies.",
            "The hole is in the file; a private copy is no longer part of the file, and stays."),
    UNLINK_DESTROYS(
            Rule.UNLINK_KEEPS_FILE,
            "unlink-destroys",
            "Removing a file removes the memory that is mapped from it.",
            "unlink removes a name: the file exists as long as it is mapped or open."),
    PROTECTION_IS_ADVICE(
            Rule.PROTECTION_IS_ENFORCED,
            "protection-is-advice",
            "Writing to memory that is mapped read-only, or is not accessible, simply works.",
            "An access that the protection forbids raises SIGSEGV, even if the file allows it."),
    DONTNEED_IS_A_HINT(
            Rule.DONTNEED_DROPS_COPIES,
            "dontneed-is-a-hint",
            "MADV_DONTNEED is only a hint: memory keeps its content.",
            "MADV_DONTNEED drops the pages at once: private anonymous memory reads as zeros, a private copy as the file."),
    DONTNEED_ERASES_FILES(
            Rule.DONTNEED_KEEPS_FILES,
            "dontneed-is-zeros",
            "After MADV_DONTNEED every kind of memory reads as zeros.",
            "A mapping of a file shows the file again; only private anonymous memory reads as zeros."),
    MREMAP_STARTS_AFRESH(
            Rule.MREMAP_MOVES_PAGES,
            "mremap-starts-afresh",
            "Moving a mapping with mremap loses its content.",
            "mremap moves the pages, too: the same bytes are at the new address."),
    SEALS_IGNORE_MAPPINGS(
            Rule.WRITE_SEAL_NEEDS_NO_WRITER,
            "seals-ignore-mappings",
            "A memfd can be sealed with F_SEAL_WRITE at any time, also while it is mapped shared and writable.",
            "Then the call fails with EBUSY: unmap it first, or use F_SEAL_FUTURE_WRITE."),
    CHILD_IS_NOT_SEALED(
            Rule.FORK_KEEPS_SEALS,
            "child-is-not-sealed",
            "A child can unmap or change memory that its parent has sealed with mseal.",
            "fork copies the seal with the mapping: only exec and the end of the process remove it."),
    PAST_THE_END_IS_SIGSEGV(
            Myth.PAST_THE_END_IS_SIGSEGV,
            "past-the-end-is-sigsegv",
            "An access past the end of the file raises SIGSEGV.",
            "It raises SIGBUS: the address is mapped, but the file has no page for it. SIGSEGV means that the address is"
                    + " not mapped, or that the access is not allowed."),
    STORED_BYTES_ALONE_ARE_PRIVATE(
            Myth.STORED_BYTES_ALONE_ARE_PRIVATE,
            "stored-bytes-alone",
            "Only the stored bytes become private; the rest of the page still shows the file.",
            "The first store copies the whole page: from then on, no byte of it follows the file."),
    OFFSETS_ARE_IGNORED(
            Myth.OFFSETS_ARE_IGNORED,
            "offset-is-ignored",
            "An offset in a mapping is the same offset in the file.",
            "Only if the mapping starts at offset 0: its first byte is the byte of the file at the mapping's offset."),
    MAPPING_EXTENDS_THE_FILE(
            Myth.MAPPING_EXTENDS_THE_FILE,
            "mapping-extends-file",
            "Mapping more than the length of the file extends the file.",
            "mmap never changes the size of a file: pages past its end can't be accessed."),
    MSYNC_SAVES_PRIVATE(
            Myth.MSYNC_SAVES_PRIVATE,
            "msync-saves-private",
            "msync writes a private mapping to the file.",
            "Nothing does: a store to a private mapping never reaches the file. msync is for shared mappings."),
    STORES_REACH_THE_DISK(
            Myth.STORES_REACH_THE_DISK,
            "stores-reach-disk",
            "What is stored to a shared mapping is on the disk at once.",
            "It is in the page cache, where every process sees it. To be sure that it is on the disk, call msync or"
                    + " fsync."),
    UNMAPPING_REACHES_THE_DISK(
            Myth.UNMAPPING_REACHES_THE_DISK,
            "unmapping-reaches-disk",
            "Unmapping a shared mapping, or ending its process, writes it to the disk.",
            "The pages stay in the page cache: munmap and exit write nothing to the disk, only msync and fsync do so"
                    + " for certain."),
    UNMAPPING_SAVES_PRIVATE(
            Myth.UNMAPPING_SAVES_PRIVATE,
            "unmapping-saves-private",
            "Writes to a private mapping are saved to the file when it is unmapped or its process ends.",
            "They are discarded: private copies never reach the file."),
    EXEC_KEEPS_MAPPINGS(
            Myth.EXEC_KEEPS_MAPPINGS,
            "exec-keeps-mappings",
            "A program started by exec keeps the mappings of the previous program.",
            "exec gives the process a new address space: nothing stays mapped, not even shared memory."),
    MUNMAP_IS_LIKE_FREE(
            Myth.MUNMAP_IS_LIKE_FREE,
            "munmap-is-like-free",
            "Memory that was unmapped can still be accessed until it is used for something else.",
            "munmap takes the addresses away at once: any access there raises SIGSEGV."),
    MUNMAP_REACHES_RELATIVES(
            Myth.MUNMAP_REACHES_RELATIVES,
            "munmap-reaches-relatives",
            "Memory that a process unmaps is also unmapped in its parent and children.",
            "After fork, each process has its own mappings: munmap changes only those of the caller."),
    MPROTECT_REACHES_RELATIVES(
            Myth.MPROTECT_REACHES_RELATIVES,
            "mprotect-reaches-relatives",
            "mprotect also changes the protection in the parent and the children.",
            "The protection belongs to the mapping, and after fork each process has its own mappings."),
    ENDING_TAKES_FROM_CHILDREN(
            Myth.ENDING_TAKES_FROM_CHILDREN,
            "ending-takes-from-children",
            "When a process ends, its children lose the memory that they inherited.",
            "A page exists as long as any process uses it: the children keep the memory that they inherited."),
    ENDING_ENDS_CHILDREN(
            Myth.ENDING_ENDS_CHILDREN,
            "ending-ends-children",
            "When a process ends, its children end, too.",
            "Each process ends by itself: the children run on, and get another parent."),
    SHARED_ANONYMOUS_IS_ONE(
            Myth.SHARED_ANONYMOUS_IS_ONE,
            "shared-anonymous-is-one",
            "All processes that map shared anonymous memory get the same memory.",
            "Each mmap creates new memory: only a process that inherits the mapping by fork shares it."),
    FIXED_FAILS_ON_MAPPED(
            Myth.FIXED_FAILS_ON_MAPPED,
            "fixed-fails-on-mapped",
            "MAP_FIXED fails if something is already mapped there.",
            "It silently replaces what is mapped there; MAP_FIXED_NOREPLACE fails."),
    MMAP_ALLOCATES(
            Myth.MMAP_ALLOCATES,
            "mmap-allocates",
            "mmap allocates all pages at once.",
            "A page is allocated at the first access; mmap only records the mapping."),
    SEALING_ENDS_MAPPINGS(
            Myth.SEALING_ENDS_MAPPINGS,
            "sealing-ends-mappings",
            "Sealing a memfd against writing makes the mappings that exist read-only.",
            "F_SEAL_FUTURE_WRITE leaves them writable, and F_SEAL_WRITE fails with EBUSY while there is one."),
    SEALS_REACH_PRIVATE(
            Myth.SEALS_REACH_PRIVATE,
            "seals-reach-private",
            "A memfd that is sealed against writing cannot be mapped private and writable either.",
            "A seal protects the file: a store to a private mapping goes to a copy, and is allowed."),
    WRITE_SEAL_KEEPS_THE_SIZE(
            Myth.WRITE_SEAL_KEEPS_THE_SIZE,
            "write-seal-keeps-size",
            "F_SEAL_WRITE also keeps a memfd from being truncated.",
            "F_SEAL_WRITE is about the bytes of the file: only F_SEAL_SHRINK and F_SEAL_GROW keep its size."),
    SEALED_MEMORY_IS_READ_ONLY(
            Myth.SEALED_MEMORY_IS_READ_ONLY,
            "sealed-memory-is-read-only",
            "Memory that is sealed with mseal can no longer be stored to.",
            "mseal keeps the mapping as it is: where it is, and what its protection allows. Its bytes can change.");

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

    /** Whether a student can have it about a scenario; a misconception about files needs a file. */
    public boolean appliesTo(Scenario scenario) {
        return this != PRIVATE_STORES_REACH_ALL || !scenario.files().isEmpty();
    }

    /** Whether it can make a difference where a kernel asked for these rules and myths. */
    public boolean isDecidedBy(Set<Enum<?>> asked) {
        return asked.contains(lacking) || asked.contains(believed);
    }

    /** A kernel as those imagine it who believe this, just started. */
    public Kernel boot(PageSize pageSize) {
        Rules rules = lacking == null ? Rules.LINUX : Rules.LINUX.without(lacking);
        return new SimulatedKernel(Machine.boot(pageSize, believed == null ? rules : rules.believing(believed)));
    }
}
