package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;
import static io.github.mmaplab.kernel.call.Scene.unaligned;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * mremap(2), as mm/mremap.c of Linux 6.17 and later goes about it. Returns the address at which the range is then found.
 *
 * @param target with MREMAP_FIXED the new address; otherwise where the caller wants the range to go should it have to
 *     move, a free range of the caller's choice
 */
public record Mremap(ProcessId process, long address, long oldLength, long newLength, Set<RemapFlag> flags, long target)
        implements Operation {

    /** Copies the flags, in their order of declaration. */
    public Mremap {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        Outcome wrong = checkArguments(draft.pageSize());
        if (wrong != null) {
            return draft.seal(wrong);
        }
        long oldRounded = draft.pageSize().ceil(oldLength);
        long newRounded = draft.pageSize().ceil(newLength);
        Outcome outcome = fixed() && oldRounded == newRounded && draft.has(Trait.REMAP_MOVES_SEVERAL)
                ? moveAll(draft, oldRounded)
                : remap(draft, address, oldRounded, newRounded, target);
        return draft.seal(outcome);
    }

    /** check_mremap_params: everything that can be said without looking at the mappings. */
    private @Nullable Outcome checkArguments(PageSize pageSize) {
        long rounded = pageSize.ceil(newLength);
        if (!pageSize.aligned(address)) {
            return failed(Errno.EINVAL, unaligned("address", address) + ", mremap(2)");
        }
        if (rounded == 0 || Long.compareUnsigned(rounded, pageSize.taskSize()) > 0) {
            return failed(Errno.EINVAL, "the new length " + number(newLength) + " is not allowed, mremap(2)");
        }
        if (!fixed() && !keepsOld()) {
            return null;
        }
        if (!flags.contains(RemapFlag.MAYMOVE)) {
            return failed(Errno.EINVAL, "MREMAP_FIXED and MREMAP_DONTUNMAP need MREMAP_MAYMOVE, mremap(2)");
        }
        if (keepsOld() && pageSize.ceil(oldLength) != rounded) {
            return failed(Errno.EINVAL, "MREMAP_DONTUNMAP cannot change the length, mremap(2)");
        }
        return fixed() ? checkTarget(pageSize, rounded) : null;
    }

    private @Nullable Outcome checkTarget(PageSize pageSize, long rounded) {
        if (!pageSize.aligned(target)) {
            return failed(Errno.EINVAL, unaligned("new address", target) + ", mremap(2)");
        }
        if (Long.compareUnsigned(target, pageSize.taskSize() - rounded) > 0) {
            return failed(Errno.EINVAL, "the new range reaches beyond the address space, mremap(2)");
        }
        long oldEnd = address + pageSize.ceil(oldLength);
        if (Long.compareUnsigned(oldEnd, target) > 0 && Long.compareUnsigned(target + rounded, address) > 0) {
            return failed(Errno.EINVAL, "the old and the new range overlap, mremap(2)");
        }
        return null;
    }

    /** remap_move: with MREMAP_FIXED and an unchanged length, all mappings of the range move, holes between them too. */
    private Outcome moveAll(Draft draft, long length) {
        long end = address + length;
        Mapping first = draft.space(process).find(address);
        if (first == null) {
            return notMapped();
        }
        for (Mapping mapping : draft.space(process).overlapping(address, end)) {
            long from = Math.max(address, mapping.start());
            if (draft.isAttachment(mapping) && (mapping.start() > address || mapping.end() < end)) {
                // vma_multi_allowed: what has a get_unmapped_area of its own moves alone
                return failed(Errno.EFAULT, "an attachment of a segment moves alone, mremap(2)");
            }
            long part = Math.min(end, mapping.end()) - from;
            Outcome outcome = remap(draft, from, part, part, target + (from - address));
            if (!outcome.succeeded()) {
                return outcome;
            }
        }
        return new Outcome.Ok(target);
    }

    private Outcome remap(Draft draft, long from, long oldLen, long newLen, long to) {
        Mapping mapping = draft.space(process).find(from);
        if (mapping == null) {
            return notMapped();
        }
        if (mapping.sealed()) {
            return failed(Errno.EPERM, "the mapping is sealed (mseal), mremap(2)");
        }
        boolean relocates = fixed() || keepsOld();
        if (relocates && !draft.has(Trait.REMAP_CHECKS_FIRST)) {
            return relocateAsBefore(draft, from, oldLen, newLen, to);
        }
        if (relocates || Long.compareUnsigned(newLen, oldLen) > 0) {
            Outcome wrong = checkMapping(mapping, from, shorter(oldLen, newLen));
            if (wrong != null) {
                return wrong;
            }
        }
        Outcome tooMuch = checkLimits(draft, mapping, oldLen, newLen);
        if (tooMuch != null) {
            return tooMuch;
        }
        if (!relocates) {
            return resize(draft, mapping, from, oldLen, newLen);
        }
        Mappings mappings = new Mappings(draft, process);
        if (fixed()) {
            if (!mappings.unmap(to, to + newLen)) {
                return targetSealed();
            }
            if (draft.space(process).find(from) == null) {
                // mremap_to looks again: the old address lay in the new range, which only shows when the old length is
                // not 0 and does not wrap around (vrm_overlaps).
                return notMapped();
            }
        }
        if (Long.compareUnsigned(newLen, oldLen) < 0) {
            Outcome shrunk = shrink(draft, from, oldLen, newLen);
            if (!shrunk.succeeded()) {
                return shrunk;
            }
        }
        return moveTo(draft, from, shorter(oldLen, newLen), newLen, to);
    }

    /** check_prep_vma: what a mapping that grows takes of the limits. */
    private @Nullable Outcome checkLimits(Draft draft, Mapping mapping, long oldLen, long newLen) {
        if (Long.compareUnsigned(newLen, oldLen) <= 0) {
            return null;
        }
        Room room = new Room(draft, process);
        if (mapping.locked() && !room.allowsLockingMore(newLen - oldLen)) {
            return failed(Errno.EAGAIN, "more would be locked than RLIMIT_MEMLOCK allows, mremap(2)");
        }
        return allowsMapping(draft, mapping, newLen - oldLen) ? null : tooMuchMapped();
    }

    private boolean allowsMapping(Draft draft, Mapping mapping, long more) {
        return new Room(draft, process).allowsMapping(more, Room.isData(mapping.protection(), mapping.shared()));
    }

    private static Outcome tooMuchMapped() {
        return failed(Errno.ENOMEM, "more would be mapped than the process's limits allow, mremap(2)");
    }

    /** mremap_to of older kernels: the new range is unmapped, and the old one shrinks, before the mapping is looked at. */
    private Outcome relocateAsBefore(Draft draft, long from, long oldLen, long newLen, long to) {
        if (fixed() && !new Mappings(draft, process).unmap(to, to + newLen)) {
            return targetSealed();
        }
        if (Long.compareUnsigned(newLen, oldLen) < 0) {
            Outcome shrunk = shrink(draft, from, oldLen, newLen);
            if (!shrunk.succeeded()) {
                return shrunk;
            }
        }
        Mapping mapping = draft.space(process).find(from);
        Outcome wrong = mapping == null ? notMapped() : checkMapping(mapping, from, shorter(oldLen, newLen));
        if (wrong == null && mapping != null) {
            wrong = checkLimits(draft, mapping, oldLen, newLen);
        }
        return wrong == null ? moveTo(draft, from, shorter(oldLen, newLen), newLen, to) : wrong;
    }

    private Outcome moveTo(Draft draft, long from, long oldLen, long newLen, long to) {
        Mapping mapping = Objects.requireNonNull(draft.space(process).find(from));
        if (keepsOld() && !allowsMapping(draft, mapping, newLen)) {
            return tooMuchMapped();
        }
        return Long.compareUnsigned(to, Mmap.LOWEST) < 0
                ? failed(Errno.EPERM, "new address " + number(to) + " is below vm.mmap_min_addr, mremap(2)")
                : move(draft, from, oldLen, newLen, to);
    }

    /** check_prep_vma: what must hold for a mapping that grows or moves. */
    private static @Nullable Outcome checkMapping(Mapping mapping, long from, long oldLen) {
        if (oldLen == 0 && !mapping.shared()) {
            return failed(Errno.EINVAL, "old length 0 duplicates a mapping, and only a shared one can be, mremap(2)");
        }
        if (Long.compareUnsigned(oldLen, mapping.end() - from) > 0) {
            return failed(Errno.EFAULT, "the old range reaches beyond one mapping, mremap(2)");
        }
        return null;
    }

    private Outcome resize(Draft draft, Mapping mapping, long from, long oldLen, long newLen) {
        if (newLen == oldLen) {
            return new Outcome.Ok(from);
        }
        if (Long.compareUnsigned(newLen, oldLen) < 0) {
            return shrink(draft, from, oldLen, newLen);
        }
        long grown = mapping.end() + (newLen - oldLen);
        boolean reachesEnd = mapping.end() - from == oldLen;
        boolean room = Long.compareUnsigned(grown, draft.pageSize().taskSize()) <= 0
                && !draft.space(process).occupied(mapping.end(), grown);
        if (reachesEnd && room) {
            Mappings mappings = new Mappings(draft, process);
            Mapping longer = mapping.at(mapping.start(), grown - mapping.start());
            mappings.replace(mapping, longer);
            draft.note(new Event.MappingMade(process, mapping.end(), grown - mapping.end()));
            mappings.mergeAfter(longer);
            Outcome refused = new Population(draft, process).populateLocked(mapping.end(), grown);
            return refused == null ? new Outcome.Ok(from) : refused;
        }
        if (!flags.contains(RemapFlag.MAYMOVE)) {
            return failed(
                    Errno.ENOMEM, "there is no room to grow in place, and MREMAP_MAYMOVE is not given, mremap(2)");
        }
        return move(draft, from, oldLen, newLen, target);
    }

    private Outcome shrink(Draft draft, long from, long oldLen, long newLen) {
        if (Long.compareUnsigned(oldLen, draft.pageSize().taskSize() - from) > 0) {
            return failed(Errno.EINVAL, "the old range reaches beyond the address space, mremap(2)");
        }
        return new Mappings(draft, process).unmap(from + newLen, from + oldLen)
                ? new Outcome.Ok(from)
                : failed(Errno.EPERM, "part of what would be unmapped is sealed (mseal), mremap(2)");
    }

    /** move_vma: a new mapping, the pages taken along, the old range unmapped. */
    private Outcome move(Draft draft, long from, long oldLen, long newLen, long to) {
        Mapping mapping = Objects.requireNonNull(draft.space(process).find(from));
        Scene.requireFree(draft, process, to, newLen);
        Mappings mappings = new Mappings(draft, process);
        Mapping moved = mapping.part(from, mapping.end()).at(to, newLen);
        if (mapping.file() == null && !mapping.family().exists()) {
            // mm/vma.c, copy_vma: untouched anonymous memory counts its pages from where it is.
            moved = moved.withOffset(to);
        }
        mappings.add(moved);
        mappings.movePages(from, to, oldLen);
        if (!keepsOld()) {
            mappings.unmap(from, from + oldLen);
        }
        mappings.merge(to);
        if (keepsOld()) {
            unlock(draft, from, oldLen);
        }
        Outcome refused =
                newLen == oldLen ? null : new Population(draft, process).populateLocked(to + oldLen, to + newLen);
        return refused == null ? new Outcome.Ok(to) : refused;
    }

    /**
     * dontunmap_complete: what contains the old range is no longer locked as a whole, even if a part of it moved or the
     * moved part was merged with it.
     */
    private void unlock(Draft draft, long from, long length) {
        Mapping left = Objects.requireNonNull(draft.space(process).find(from));
        boolean whole = left.start() == from && left.end() == from + length;
        Mapping unlocked = left.unlocked();
        new Mappings(draft, process).replace(left, whole ? unlocked.withFamily(Mapping.Family.NONE) : unlocked);
    }

    private static long shorter(long oldLen, long newLen) {
        return Long.compareUnsigned(oldLen, newLen) < 0 ? oldLen : newLen;
    }

    private static Outcome targetSealed() {
        return failed(Errno.EPERM, "what is mapped at the new address is sealed (mseal), mremap(2)");
    }

    private static Outcome notMapped() {
        return failed(Errno.EFAULT, "nothing is mapped at the old address, mremap(2)");
    }

    private boolean fixed() {
        return flags.contains(RemapFlag.FIXED);
    }

    private boolean keepsOld() {
        return flags.contains(RemapFlag.DONTUNMAP);
    }
}
