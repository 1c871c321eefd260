package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Limits;
import io.github.mmaplab.kernel.memory.Mapping;

/** What the limits of a process leave it. Lengths are unsigned; limits count in whole pages. */
final class Room {

    private final Draft draft;
    private final ProcessId process;

    Room(Draft draft, ProcessId process) {
        this.draft = draft;
        this.process = process;
    }

    /** Whether the process may lock anything at all (mm/mlock.c, can_do_mlock). */
    boolean allowsLocking() {
        return limits().locked() != 0;
    }

    /** Whether the limit allows {@code bytes} to be locked in all. */
    boolean allowsLocked(long bytes) {
        return isWithin(bytes, limits().locked());
    }

    /** Whether it allows the process to lock this many more bytes (mm/mmap.c, mlock_future_ok). */
    boolean allowsLockingMore(long more) {
        return allowsLocked(more) && allowsLocked(locked(0, Long.MAX_VALUE) + more);
    }

    /** How many bytes of a range are locked. */
    long locked(long start, long end) {
        long locked = 0;
        for (Mapping mapping : draft.space(process).overlapping(start, end)) {
            long from = Math.max(mapping.start(), start);
            locked += mapping.locked() ? Scene.lesser(mapping.end(), end) - from : 0;
        }
        return locked;
    }

    /** How many bytes the process has mapped. */
    long mapped() {
        return mapped(0, Long.MAX_VALUE);
    }

    /** How many bytes of a range are mapped. */
    long mapped(long start, long end) {
        long mapped = 0;
        for (Mapping mapping : draft.space(process).overlapping(start, end)) {
            mapped += Scene.lesser(mapping.end(), end) - Math.max(mapping.start(), start);
        }
        return mapped;
    }

    /**
     * Whether the process may map this many more bytes (mm/mmap.c, may_expand_vm). A limit of 0 for data is none while the
     * hard limit is none.
     */
    boolean allowsMapping(long more, boolean isData) {
        Limits limits = limits();
        boolean all = limits.addressSpace() == Limits.NONE || isWithin(mapped(), more, limits.addressSpace());
        return all
                && (!isData
                        || limits.data() == Limits.NONE
                        || limits.data() == 0
                        || isWithin(data(), more, limits.data()));
    }

    /** Whether memory counts as data: private, and writable (mm/vma.h, is_data_mapping). */
    static boolean isData(Protection protection, boolean shared) {
        return protection.write() && !shared;
    }

    private long data() {
        long data = 0;
        for (Mapping mapping : draft.space(process).mappings().values()) {
            data += isData(mapping.protection(), mapping.shared()) ? mapping.length() : 0;
        }
        return data;
    }

    private boolean isWithin(long used, long more, long limit) {
        return isWithin(more, limit) && isWithin(used + more, limit);
    }

    private boolean isWithin(long bytes, long limit) {
        PageSize pageSize = draft.pageSize();
        return Long.compareUnsigned(pageSize.number(bytes), pageSize.number(limit)) <= 0;
    }

    private Limits limits() {
        return draft.process(process).limits();
    }
}
