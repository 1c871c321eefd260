package io.github.mmaplab.kernel.random;

import static io.github.mmaplab.kernel.random.NaiveFile.P;

import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.LockAllFlag;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.kernel.call.OnProcess;
import io.github.mmaplab.kernel.memory.AddressSpace;
import java.util.Map;

/** What a process may map and lock, in pages, and whether it locks what it maps. */
final class NaiveLimits {
    long mappable = Long.MAX_VALUE;
    long lockable = (8 << 20) / P;
    boolean locksNew;
    boolean onFault;
    /** How long the heap is, in pages. */
    long heap;

    /** The limits of a child, or of another program. */
    NaiveLimits forked() {
        NaiveLimits child = new NaiveLimits();
        child.mappable = mappable;
        child.lockable = lockable;
        return child;
    }

    boolean allowMapping(Map<Long, NaiveSlot> space, long more) {
        return space.size() + more <= mappable;
    }

    boolean allowLocking(Map<Long, NaiveSlot> space, long more) {
        return space.values().stream().filter(slot -> slot.locked).count() + more <= lockable;
    }

    String call(NaiveMachine machine, Map<Long, NaiveSlot> space, OnProcess call) {
        if (call.argument() instanceof Limit limit) {
            if (limit.resource() == Resource.LOCKED) {
                lockable = limit.bytes() / P;
            } else {
                mappable = limit.bytes() / P;
            }
            return "ok 0";
        }
        if (call.argument() instanceof HeapLength length) {
            return brk(machine, space, length);
        }
        if (call.call() == ProcessCall.MUNLOCKALL) {
            locksNew = false;
            onFault = false;
            space.values().forEach(slot -> slot.locked = false);
            return "ok 0";
        }
        return lockAll(machine, space, (Flags) call.argument());
    }

    private String brk(NaiveMachine machine, Map<Long, NaiveSlot> space, HeapLength length) {
        long start = AddressSpace.HEAP_START / P;
        long pages = (length.bytes() + P - 1) / P;
        if (pages < heap) {
            long first = start + pages;
            long behind = start + heap;
            if (space.keySet().stream().noneMatch(page -> first <= page && page < behind)
                    || NaiveMachine.isSealed(space, first, behind)) {
                return "ENOMEM";
            }
            space.keySet().removeIf(page -> first <= page && page < behind);
        } else if (pages > heap) {
            long first = start + heap;
            long behind = start + pages;
            if (space.keySet().stream().anyMatch(page -> first <= page && page <= behind)
                    || !allowMapping(space, pages - heap)
                    || (locksNew && !allowLocking(space, pages - heap))) {
                return "ENOMEM";
            }
            for (long page = first; page < behind; page++) {
                NaiveSlot slot = new NaiveSlot(Protection.READ_WRITE, false, true, null, page);
                slot.locked = locksNew;
                slot.onFault = onFault;
                space.put(page, slot);
            }
            if (locksNew && !onFault) {
                machine.populate(space, first, behind, Protection.READ_WRITE, false);
            }
        }
        heap = pages;
        return "ok 0";
    }

    private String lockAll(NaiveMachine machine, Map<Long, NaiveSlot> space, Flags flags) {
        boolean current = flags.contains(LockAllFlag.CURRENT);
        if (!current && !flags.contains(LockAllFlag.FUTURE)) {
            return "EINVAL";
        } else if (lockable == 0) {
            return "EPERM";
        } else if (current && space.size() > lockable) {
            return "ENOMEM";
        }
        locksNew = flags.contains(LockAllFlag.FUTURE);
        onFault = locksNew && flags.contains(LockAllFlag.ONFAULT);
        if (current) {
            space.forEach((page, slot) -> {
                slot.locked = true;
                slot.onFault = flags.contains(LockAllFlag.ONFAULT);
            });
            if (!flags.contains(LockAllFlag.ONFAULT)) {
                for (Map.Entry<Long, NaiveSlot> each : space.entrySet()) {
                    machine.populate(
                            space,
                            each.getKey(),
                            each.getKey() + 1,
                            each.getValue().protection,
                            each.getValue().shared);
                }
            }
        }
        return "ok 0";
    }
}
