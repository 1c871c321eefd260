package io.github.mmaplab.kernel.machine;

import java.util.Locale;

/**
 * What a machine may or may not have, whatever Linux promises: its processor, its file system, its version of the kernel,
 * or a limit that was set for us. The model that the simulated kernel follows has all of them. A machine that lacks one is
 * no mistaken kernel, unlike one without a {@link Rule}: programs have to be ready for both.
 */
public enum Trait {
    /**
     * All untouched private anonymous memory is read from one page of zeros. Without: the first load gives the process a
     * page of its own. (mm/memory.c, do_anonymous_page; s390 with guests, mm_forbids_zeropage)
     */
    ZERO_PAGE(true, "this machine has no shared zero page"),
    /** A store that a mapping leaves after the end of a regular file is cleared when the file grows. Without: it appears. */
    CLEARED_WHEN_GROWN(
            true, "this machine's file system does not clear the rest of the last page when a regular file grows"),
    /** It is cleared when the file is written back. Without: it stays. */
    CLEARED_WHEN_SYNCED(
            true, "this machine's file system does not clear the rest of the last page of a regular file on msync"),
    /** Regular files are on a disk. Without: they are on tmpfs, as shared memory objects are. */
    DISK(true, "regular files of this machine are on tmpfs"),
    /** A regular file has at most 2^44 - 4096 bytes, as on ext4. Without: the size is not limited in practice. */
    LARGEST_FILE(true, "regular files of this machine can be larger than on ext4"),
    /** Holes can be punched into regular files. */
    HOLES(false, "this machine's file system can't punch holes into regular files"),
    /** Memory that may be executed only can be read too. Without: a load raises SIGSEGV. (pkeys(7)) */
    EXECUTABLE_IS_READABLE(true, "execute-only memory is not readable on this machine (protection keys)"),
    /**
     * An address with mixed bits at its top is no address: SIGSEGV says SI_KERNEL. Without: it is one where nothing is
     * mapped, SEGV_MAPERR. (arch/x86/kernel/traps.c, exc_general_protection)
     */
    CANONICAL_ADDRESSES(true, "this machine's processor knows no non-canonical addresses"),
    /** No process has an address above 2^47. Without: there are five levels of page tables. (mmap(2), ENOMEM) */
    FOUR_LEVELS(false, "this machine has addresses above 2^47 (five levels of page tables)"),
    /**
     * MREMAP_FIXED moves several mappings at once. Without: it fails with EFAULT, as before Linux 6.17. (mm/mremap.c,
     * remap_move)
     */
    REMAP_MOVES_SEVERAL(true, "this machine's mremap moves one mapping at a time, as before Linux 6.17"),
    /**
     * MREMAP_FIXED looks at the old range before it unmaps the new one. Without: afterwards, so that a call that fails has
     * unmapped it. (mm/mremap.c, check_prep_vma; mremap_to of older kernels)
     */
    REMAP_CHECKS_FIRST(
            true, "this machine's mremap unmaps the new range before it looks at the old one, as older Linux does"),
    /**
     * The pieces of an attachment of a System V segment merge where none of them is gone as a whole. Without: they never do,
     * as before Linux 6.4. (mm/vma.c, can_merge_remove_vma; is_mergeable_vma of older kernels)
     */
    ATTACHMENTS_MERGE(true, "pieces of an attached segment never merge on this machine, as before Linux 6.4"),
    /**
     * MADV_REMOVE is allowed wherever a mapping could be made writable. Without: only where it is, as before Linux 6.7.
     * (mm/madvise.c, madvise_remove)
     */
    REMOVES_READ_ONLY(true, "this machine's MADV_REMOVE needs a writable mapping, as before Linux 6.7"),
    /** MADV_DONTNEED_LOCKED is known. Without: it fails with EINVAL, as before Linux 5.18. (mm/madvise.c) */
    DROPS_LOCKED(true, "this machine has no MADV_DONTNEED_LOCKED, which came with Linux 5.18"),
    /**
     * MADV_GUARD_INSTALL and MADV_GUARD_REMOVE are known. Without: they fail with EINVAL, as before Linux 6.13.
     * (mm/madvise.c)
     */
    GUARDS(true, "this machine has no MADV_GUARD_INSTALL, which came with Linux 6.13"),
    /** Guards can be put on memory of a file. Without: on private anonymous memory alone, as before Linux 6.15. */
    GUARDS_ON_FILES(true, "guards are for private anonymous memory on this machine, as before Linux 6.15"),
    /**
     * A file that is sealed against writing can be mapped shared and read-only through a descriptor that is open for writing;
     * the mapping cannot become writable. Without: it cannot be mapped so, as before Linux 6.7. (mm/memfd.c,
     * memfd_check_seals_mmap)
     */
    SEALED_MAPS_READ_ONLY(
            false,
            "this machine's kernel has no read-only shared mapping of a sealed file that is open for writing, as before Linux"
                    + " 6.7"),
    /** MAP_FIXED looks at the seals of the file before it unmaps what is there. Without: afterwards. (mm/mmap.c, do_mmap) */
    SEALS_CHECKED_FIRST(
            false, "this machine's mmap unmaps what is there before it looks at seals, as before Linux 6.14"),
    /**
     * A call meets the mappings of a range in turn, and fails at one that mseal has sealed. Without: it fails
     * before it changes anything, as in Linux 6.10 and 6.11. (mm/mprotect.c, mprotect_fixup; can_modify_mm of older kernels)
     */
    SEALS_MET_IN_TURN(false, "this machine's calls look for sealed mappings beforehand, as Linux 6.10 and 6.11 do"),
    /** There is F_SEAL_EXEC: since Linux 6.3. */
    SEAL_EXEC(false, "this machine's kernel has no F_SEAL_EXEC, as before Linux 6.3"),
    /**
     * MADV_MERGEABLE and MADV_UNMERGEABLE are known. Without: they fail with EINVAL. (mm/madvise.c, madvise_behavior_valid;
     * CONFIG_KSM)
     */
    MERGES_PAGES(true, "this machine's kernel does not merge pages that hold the same bytes"),
    /**
     * MADV_HUGEPAGE and MADV_NOHUGEPAGE are known. Without: they fail with EINVAL. (mm/madvise.c, madvise_behavior_valid;
     * CONFIG_TRANSPARENT_HUGEPAGE)
     */
    HUGE_PAGES(true, "this machine's kernel has no transparent huge pages"),
    /**
     * MAP_FIXED splits the mappings at both ends of its range before it looks at the limits of the process, so that a call that
     * fails leaves them split. Without: afterwards, as before Linux 6.12. (mm/vma.c, __mmap_setup)
     */
    SPLITS_BEFORE_LIMITS(
            true,
            "this machine's mmap looks at the limits of a process before it splits mappings, as before Linux 6.12"),
    /** The heap of a process can be where the scenario has it. (kernel/sys.c, prctl_set_mm_map; CONFIG_CHECKPOINT_RESTORE) */
    HEAP_ANYWHERE(false, "the heap of a process can't be moved on this machine: PR_SET_MM_MAP is not available"),
    /**
     * brk(2) fails where nothing is mapped in the part of the heap that is to go. Without: it succeeds, and the heap may merge
     * with what is before it, as before Linux 6.1. (mm/mmap.c, sys_brk)
     */
    HEAP_SHRINKS_WHERE_MAPPED(
            false, "this machine's brk removes a part of the heap where nothing is mapped, as before Linux 6.1"),
    /** /proc/PID/pagemap can be read. */
    PAGE_TABLES_SHOWN(false, "/proc/PID/pagemap can't be read on this machine"),
    /** It has the numbers of physical pages. */
    FRAME_NUMBERS_SHOWN(false, "the numbers of physical pages are hidden from an ordinary user"),
    /** Memory is touched one small page at a time. Without: huge pages can't be switched off. */
    SMALL_PAGES(false, "huge pages can't be switched off on this machine"),
    /** Shared memory objects can be made in /dev/shm. */
    SHARED_MEMORY(false, "this machine has no /dev/shm that can be written to"),
    /** The address space is not limited. */
    UNLIMITED_ADDRESSES(false, "the address space is limited here (`ulimit -v`)"),
    /** The sizes of files are not limited. */
    UNLIMITED_FILES(false, "the sizes of files are limited here (`ulimit -f`)"),
    /** The power can fail at a moment of the scenario's choice. */
    CRASHES(false, "a real machine cannot be crashed"),
    /** Every system call that is needed is allowed. */
    CALLS_ALLOWED(false, "a system call is forbidden here, by a filter of this container or by this kernel");

    private final boolean simulated;
    private final String lack;

    Trait(boolean simulated, String lack) {
        this.simulated = simulated;
        this.lack = lack;
    }

    /** Its name, such as {@code zero-page}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the simulated kernel can do without it, so that what follows from that can be computed. */
    public boolean simulated() {
        return simulated;
    }

    /** Says of a machine without it what it lacks, in a few words. */
    public String lack() {
        return lack;
    }
}
