package io.github.mmaplab.kernel.random;

import static io.github.mmaplab.kernel.random.NaiveFile.P;

import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.kernel.call.Mremap;
import java.util.Map;

/** mremap(2), page by page. */
final class NaiveMremap {

    private final NaiveMachine machine;
    private final Map<Long, NaiveSlot> space;

    NaiveMremap(NaiveMachine machine, Map<Long, NaiveSlot> space) {
        this.machine = machine;
        this.space = space;
    }

    /** The pages of a mapping, from {@code first} to before {@code end}; no pages of none. */
    record Pages(long first, long end) {}

    /**
     * mremap(2), all pages of the old range being aligned and in user space.
     *
     * @param mapping the mapping that the old address is in
     */
    String mremap(Mremap call, Pages mapping) {
        long end = mapping.end();
        long from = call.address() / P;
        long old = NaiveMachine.pages(call.oldLength());
        long now = NaiveMachine.pages(call.newLength());
        boolean fixed = call.flags().contains(RemapFlag.FIXED);
        boolean keeps = call.flags().contains(RemapFlag.DONTUNMAP);
        boolean mayMove = call.flags().contains(RemapFlag.MAYMOVE);
        long to = call.target() / P;
        if (now == 0
                || ((fixed || keeps) && !mayMove)
                || (keeps && old != now)
                || (fixed && from + old > to && to + now > from)) {
            return "EINVAL";
        }
        if (end == 0) {
            return "EFAULT";
        }
        if (isSealed(from, from + 1)) {
            return "EPERM";
        }
        boolean several = fixed && old == now;
        if (!several && (fixed || keeps || now > old)) {
            if (old == 0 && !NaiveMachine.slot(space, from).shared) {
                return "EINVAL";
            } else if (from + Math.min(old, now) > end) {
                return "EFAULT";
            }
        }
        if (now > old) {
            NaiveLimits limits = machine.limits(call.process());
            if (NaiveMachine.slot(space, from).locked && !limits.allowLocking(space, now - old)) {
                return "EAGAIN";
            } else if (!limits.allowMapping(space, now - old)) {
                return "ENOMEM";
            }
        }
        if (!fixed && !keeps && now <= old) {
            if (isSealed(from + now, from + old)) {
                return "EPERM";
            }
            remove(from + now, from + old);
            return "ok " + call.address();
        }
        if (!fixed && !keeps && from + old == end && free(end, end + now - old)) {
            extend(from, old, now);
            populate(from, old, now);
            return "ok " + call.address();
        }
        if (!mayMove) {
            return "ENOMEM";
        }
        if (fixed && isSealed(to, to + now)) {
            return "EPERM";
        }
        if (several) {
            // What lies under a hole of the old range stays.
            space.keySet().removeIf(page -> to <= page && page < to + now && space.containsKey(from + page - to));
        } else if (fixed) {
            remove(to, to + now);
            if (isSealed(from + Math.min(old, now), from + old)) {
                return "EPERM";
            }
            remove(from + Math.min(old, now), from + old);
        }
        if (space.get(from) == null) {
            return "EFAULT";
        }
        move(from, to, Math.min(old, now), keeps);
        for (long page = mapping.first(); keeps && page < mapping.end(); page++) {
            // not only what has moved
            NaiveMachine.slot(space, page).locked = false;
        }
        if (old == 0) {
            NaiveSlot first = NaiveMachine.slot(space, from);
            space.put(to, first.copy(first.index));
        }
        extend(to, Math.max(1, Math.min(old, now)), now);
        populate(to, Math.min(old, now), now);
        return "ok " + call.target();
    }

    private void move(long from, long to, long pages, boolean keeps) {
        for (long i = 0; i < pages; i++) {
            NaiveSlot slot = space.remove(from + i);
            if (slot != null) {
                NaiveSlot moved = slot.copy(slot.index);
                moved.guarded = slot.guarded;
                space.put(to + i, moved);
                if (keeps) {
                    slot.own = null;
                    slot.guarded = false;
                    space.put(from + i, slot);
                }
            }
        }
    }

    /** Makes the pages that begin at {@code first} more, as the last of them says. */
    private void extend(long first, long old, long now) {
        for (long i = old; i < now; i++) {
            NaiveSlot last = NaiveMachine.slot(space, first + i - 1);
            NaiveSlot next = last.copy(last.index + 1);
            next.own = null;
            space.put(first + i, next);
        }
    }

    /** What locked memory grows by is faulted in. */
    private void populate(long first, long old, long now) {
        NaiveSlot slot = NaiveMachine.slot(space, first);
        if (slot.locked && !slot.onFault) {
            machine.populate(space, first + old, first + now, slot.protection, slot.shared);
        }
    }

    private boolean isSealed(long from, long to) {
        return NaiveMachine.isSealed(space, from, to);
    }

    private void remove(long from, long to) {
        space.keySet().removeIf(page -> from <= page && page < to);
    }

    private boolean free(long from, long to) {
        return space.keySet().stream().noneMatch(page -> from <= page && page < to);
    }
}
