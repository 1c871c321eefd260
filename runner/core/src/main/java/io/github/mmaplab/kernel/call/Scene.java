package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.Mapping;

/** What operations have in common. */
final class Scene {
    /** RLIMIT_MEMLOCK where no one has changed it, in bytes (include/uapi/linux/resource.h, MLOCK_LIMIT). */
    private static final long LOCKABLE = 8L << 20;

    private Scene() {}

    /**
     * A draft for an operation by {@code process}.
     *
     * @throws IllegalArgumentException if the process does not run
     */
    static Draft draft(Machine machine, ProcessId process) {
        if (!machine.process(process).status().alive()) {
            throw new IllegalArgumentException(process + " has ended");
        }
        return new Draft(machine);
    }

    /**
     * Insists that a range which the caller chose is one that a mapping can be put in.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void requireFree(Draft draft, ProcessId process, long start, long length) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(start)
                || Long.compareUnsigned(start, pageSize.taskSize() - length) > 0
                || draft.space(process).occupied(start, start + length)) {
            throw new IllegalArgumentException("the range at " + number(start) + " is not free, or not of whole pages");
        }
    }

    /**
     * Whether a process that locks this many more bytes exceeds its limit.
     *
     * @param more unsigned
     */
    static boolean exceedsLockLimit(Draft draft, ProcessId process, long more) {
        return Long.compareUnsigned(more, LOCKABLE) > 0 || locked(draft, process, 0, Long.MAX_VALUE) + more > LOCKABLE;
    }

    /** How many bytes of a range are locked. */
    static long locked(Draft draft, ProcessId process, long start, long end) {
        long locked = 0;
        for (Mapping mapping : draft.space(process).overlapping(start, end)) {
            long from = Math.max(mapping.start(), start);
            locked += mapping.locked() ? lesser(mapping.end(), end) - from : 0;
        }
        return locked;
    }

    /** The lesser of two addresses. */
    static long lesser(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    static Outcome failed(Errno errno, String reason) {
        return new Outcome.Failed(errno, reason);
    }

    /** The refusal of a kernel that leaves the pages past a new end to their mappings, where these are too many. */
    static Outcome leavesTooMany() {
        return new Outcome.Refused("leaving more than " + Draft.MOST_PAGES + " pages to their mappings");
    }

    static String unaligned(String what, long value) {
        return what + " " + number(value) + " is not a multiple of the page size";
    }

    static String number(long value) {
        return value >= 0 && value < 1 << 20 ? Long.toString(value) : "0x" + Long.toHexString(value);
    }
}
