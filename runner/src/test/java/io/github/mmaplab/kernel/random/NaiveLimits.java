package io.github.mmaplab.kernel.random;

import static io.github.mmaplab.kernel.random.NaiveFile.P;

import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.LockAllFlag;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.kernel.call.OnProcess;
import java.util.Map;

/** What a process may map and lock, in pages, and whether it locks what it maps. */
final class NaiveLimits {
    long mappable = Long.MAX_VALUE;
    long lockable = (8 << 20) / P;
    boolean locksNew;
    boolean onFault;

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
        if (call.call() == ProcessCall.MUNLOCKALL) {
            locksNew = false;
            onFault = false;
            space.values().forEach(slot -> slot.locked = false);
            return "ok 0";
        }
        return lockAll(machine, space, (Flags) call.argument());
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
