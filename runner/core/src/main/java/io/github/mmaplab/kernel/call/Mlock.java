package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.lesser;
import static io.github.mmaplab.kernel.call.Scene.number;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.LockFlag;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.VmFlag;
import org.jspecify.annotations.Nullable;

/**
 * mlock(2), mlock2(2) and munlock(2), as mm/mlock.c goes about them: every page that has a byte of the range, up to the first
 * hole. What was locked before the hole stays locked; pages are faulted in only if there is no hole.
 *
 * @param flags how to lock, or null to unlock
 */
record Mlock(
        ProcessId process,
        long address,
        long length,
        @Nullable Flags flags) implements OnRange.Semantics {

    @Override
    public Outcome on(Draft draft) {
        PageSize pageSize = draft.pageSize();
        long start = pageSize.floor(address);
        long rounded = pageSize.ceil(length + pageSize.offset(address));
        long end = start + rounded;
        if (flags != null && !new Room(draft, process).allowsLocking()) {
            return failed(Errno.EPERM, "RLIMIT_MEMLOCK is 0, mlock(2)");
        }
        if (flags != null && exceedsLimit(draft, start, rounded)) {
            return failed(Errno.ENOMEM, "more would be locked than RLIMIT_MEMLOCK allows, mlock(2)");
        }
        if (Long.compareUnsigned(end, start) < 0) {
            return failed(Errno.EINVAL, "length " + number(length) + " is not allowed, mlock(2)");
        }
        for (long next = start; Long.compareUnsigned(next, end) < 0; ) {
            Mapping mapping = draft.space(process).find(next);
            if (mapping == null) {
                return failed(Errno.ENOMEM, "part of the range is not mapped, mlock(2)");
            }
            long to = lesser(mapping.end(), end);
            mark(draft, mapping, next, to);
            next = to;
        }
        return flags == null || flags.contains(LockFlag.ONFAULT) ? Outcome.Ok.ZERO : populate(draft, start, end);
    }

    private boolean exceedsLimit(Draft draft, long start, long rounded) {
        Room room = new Room(draft, process);
        return !room.allowsLockingMore(rounded)
                && !room.allowsLockingMore(rounded - room.locked(start, start + rounded));
    }

    /** mlock_fixup. */
    private void mark(Draft draft, Mapping mapping, long from, long to) {
        Mapping part = mapping.part(from, to);
        Mapping marked = flags == null ? part.unlocked() : part.unlocked().with(VmFlag.LOCKED);
        if (flags != null && flags.contains(LockFlag.ONFAULT)) {
            marked = marked.with(VmFlag.LOCKONFAULT);
        }
        if (!marked.flags().equals(mapping.flags())) {
            new Mappings(draft, process).change(mapping, marked);
        }
    }

    /** __mm_populate: as MAP_POPULATE, but it fails at the first page that cannot be faulted in. */
    private Outcome populate(Draft draft, long start, long end) {
        for (long next = start; Long.compareUnsigned(next, end) < 0; ) {
            Mapping mapping = draft.space(process).find(next);
            if (mapping == null || !mapping.protection().allowsLoad()) {
                return failed(Errno.ENOMEM, "part of the range is inaccessible, mlock(2)");
            }
            long to = lesser(mapping.end(), end);
            boolean copies = mapping.protection().write() && !mapping.shared();
            Outcome stopped = new Population(draft, process).touch(next, to, copies);
            if (stopped != null) {
                return stopped instanceof Outcome.Failed
                        ? failed(Errno.ENOMEM, "a page of the range cannot be faulted in, mlock(2)")
                        : stopped;
            }
            next = to;
        }
        return Outcome.Ok.ZERO;
    }
}
