package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.LockAllFlag;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.VmFlag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * mlockall(2) and munlockall(2), which is the same with nothing to lock (mm/mlock.c, apply_mlockall_flags). Pages that cannot be
 * faulted in are no error.
 *
 * @param flags what to lock; none for munlockall
 * @param locks whether it is mlockall
 */
record Mlockall(ProcessId process, Flags flags, boolean locks) implements OnProcess.Semantics {

    @Override
    public Outcome on(Draft draft) {
        boolean current = flags.contains(LockAllFlag.CURRENT);
        boolean future = flags.contains(LockAllFlag.FUTURE);
        if (locks && !current && !future) {
            return failed(Errno.EINVAL, "neither MCL_CURRENT nor MCL_FUTURE is given, mlockall(2)");
        }
        Room room = new Room(draft, process);
        if (locks && !room.allowsLocking()) {
            return failed(Errno.EPERM, "RLIMIT_MEMLOCK is 0, mlockall(2)");
        }
        if (current && !room.allowsLocked(room.mapped())) {
            return failed(Errno.ENOMEM, "more is mapped than RLIMIT_MEMLOCK allows to be locked, mlockall(2)");
        }
        Set<VmFlag> lock = EnumSet.noneOf(VmFlag.class);
        if (locks) {
            lock.add(VmFlag.LOCKED);
        }
        if (flags.contains(LockAllFlag.ONFAULT)) {
            lock.add(VmFlag.LOCKONFAULT);
        }
        draft.locksNew(process, future ? lock : Set.of());
        if (current || !locks) {
            mark(draft, lock);
        }
        return current && !lock.contains(VmFlag.LOCKONFAULT) ? populate(draft) : Outcome.Ok.ZERO;
    }

    private void mark(Draft draft, Set<VmFlag> lock) {
        for (Mapping mapping : List.copyOf(draft.space(process).mappings().values())) {
            Mapping marked = mapping.unlocked();
            for (VmFlag flag : lock) {
                marked = marked.with(flag);
            }
            if (!marked.flags().equals(mapping.flags())) {
                new Mappings(draft, process).change(mapping, marked);
            }
        }
    }

    private Outcome populate(Draft draft) {
        for (Mapping mapping : List.copyOf(draft.space(process).mappings().values())) {
            Outcome refused = new Population(draft, process).populate(mapping.start(), mapping.end());
            if (refused != null) {
                return refused;
            }
        }
        return Outcome.Ok.ZERO;
    }
}
