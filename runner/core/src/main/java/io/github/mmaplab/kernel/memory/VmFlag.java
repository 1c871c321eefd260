package io.github.mmaplab.kernel.memory;

/**
 * What else a mapping has (include/linux/mm.h, VM_*): neighbours merge only if they have the same. Protection and sharing
 * are no flags here.
 */
public enum VmFlag {
    /** VM_ACCOUNT: counted against the commit limit. */
    ACCOUNT("ac"),
    /** VM_NORESERVE: MAP_NORESERVE. */
    NORESERVE("nr"),
    /** VM_RAND_READ: MADV_RANDOM. */
    RAND_READ("rr"),
    /** VM_SEQ_READ: MADV_SEQUENTIAL. */
    SEQ_READ("sr"),
    /** VM_DONTCOPY: MADV_DONTFORK. */
    DONTCOPY("dc"),
    /** VM_WIPEONFORK: MADV_WIPEONFORK. */
    WIPEONFORK("wf"),
    /** VM_DONTDUMP: MADV_DONTDUMP. */
    DONTDUMP("dd"),
    /** VM_HUGEPAGE: MADV_HUGEPAGE. */
    HUGEPAGE("hg"),
    /** VM_NOHUGEPAGE: MADV_NOHUGEPAGE, and MAP_STACK. */
    NOHUGEPAGE("nh"),
    /** VM_MERGEABLE: MADV_MERGEABLE. */
    MERGEABLE("mg"),
    /** VM_LOCKED: mlock(2), MAP_LOCKED. */
    LOCKED("lo"),
    /** VM_LOCKONFAULT: with VM_LOCKED, a page is locked when it is faulted in. */
    LOCKONFAULT("lf"),
    /** VM_SEALED: mseal(2). */
    SEALED("sl");

    private final String inSmaps;

    VmFlag(String inSmaps) {
        this.inSmaps = inSmaps;
    }

    /** The two letters in the line VmFlags of /proc/PID/smaps (proc_pid_smaps(5)). */
    public String inSmaps() {
        return inSmaps;
    }
}
