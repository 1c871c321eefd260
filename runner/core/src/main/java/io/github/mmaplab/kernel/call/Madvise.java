package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.lesser;
import static io.github.mmaplab.kernel.call.Scene.number;
import static io.github.mmaplab.kernel.call.Scene.unaligned;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.PageFault;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.VmFlag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * madvise(2), as mm/madvise.c goes about it: holes are skipped and reported at the end, any other error stops it. Pages
 * that MADV_FREE, MADV_COLD and MADV_PAGEOUT let go keep their content here, as they do while memory is plenty.
 */
record Madvise(ProcessId process, long address, long length, Advice advice) implements OnRange.Semantics {

    /** What lets pages go, and is no advice for locked memory. */
    private static final Set<Advice> LETS_GO =
            EnumSet.of(Advice.DONTNEED, Advice.REMOVE, Advice.FREE, Advice.COLD, Advice.PAGEOUT, Advice.GUARD_INSTALL);

    /** The advice that not every kernel knows, each with what it needs (mm/madvise.c, madvise_behavior_valid). */
    private static final Map<Advice, Trait> KNOWN_WITH = Map.of(
            Advice.DONTNEED_LOCKED, Trait.DROPS_LOCKED,
            Advice.GUARD_INSTALL, Trait.GUARDS,
            Advice.GUARD_REMOVE, Trait.GUARDS,
            Advice.MERGEABLE, Trait.MERGES_PAGES,
            Advice.UNMERGEABLE, Trait.MERGES_PAGES,
            Advice.HUGEPAGE, Trait.HUGE_PAGES,
            Advice.NOHUGEPAGE, Trait.HUGE_PAGES);

    /** What makes content disappear, here or in a child. */
    private static final Set<Advice> DISCARDS = EnumSet.of(
            Advice.DONTNEED,
            Advice.DONTNEED_LOCKED,
            Advice.REMOVE,
            Advice.FREE,
            Advice.DONTFORK,
            Advice.WIPEONFORK,
            Advice.GUARD_INSTALL);

    @Override
    public Outcome on(Draft draft) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(address)) {
            return failed(Errno.EINVAL, unaligned("address", address) + ", madvise(2)");
        }
        Trait needed = KNOWN_WITH.get(advice);
        if (needed != null && !draft.has(needed)) {
            return failed(Errno.EINVAL, "MADV_" + advice.name() + " is not known, madvise(2)");
        }
        long rounded = pageSize.ceil(length);
        if ((rounded == 0 && length != 0) || Long.compareUnsigned(address + rounded, address) < 0) {
            return failed(Errno.EINVAL, "length " + number(length) + " is not allowed, madvise(2)");
        }
        return advice == Advice.POPULATE_READ || advice == Advice.POPULATE_WRITE
                ? populate(draft, address + rounded)
                : walk(draft, address + rounded);
    }

    private Outcome walk(Draft draft, long end) {
        long reached = address;
        boolean hole = false;
        for (Mapping mapping : draft.space(process).overlapping(address, end)) {
            long from = Math.max(reached, mapping.start());
            hole |= from > reached;
            reached = mapping.end();
            Outcome wrong = apply(draft, mapping, from, lesser(end, mapping.end()));
            if (wrong != null) {
                return wrong;
            }
        }
        return hole || Long.compareUnsigned(reached, end) < 0 ? notMapped() : Outcome.Ok.ZERO;
    }

    private @Nullable Outcome apply(Draft draft, Mapping mapping, long from, long to) {
        // mm/madvise.c, can_madvise_modify
        if (mapping.sealed()
                && DISCARDS.contains(advice)
                && mapping.file() == null
                && !mapping.protection().write()) {
            return failed(
                    Errno.EPERM,
                    "the mapping is sealed (mseal), anonymous and not writable: its pages cannot be discarded, madvise(2)");
        }
        if (mapping.locked() && LETS_GO.contains(advice)) {
            return failed(Errno.EINVAL, "the mapping is locked into memory, madvise(2)");
        }
        if (advice.dropsPages()) {
            if (draft.holds(Rule.DONTNEED_DROPS_COPIES)) {
                new Mappings(draft, process).dropEntries(from, to);
            }
            return draft.holds(Rule.DONTNEED_KEEPS_FILES)
                    ? null
                    : new Population(draft, process).erase(mapping, from, to);
        }
        if (advice == Advice.REMOVE) {
            return remove(draft, mapping, from, to);
        }
        if (advice == Advice.GUARD_INSTALL || advice == Advice.GUARD_REMOVE) {
            return guard(draft, mapping, from, to);
        }
        if (advice == Advice.WIPEONFORK && mapping.file() != null) {
            return failed(Errno.EINVAL, "MADV_WIPEONFORK is for private anonymous memory, madvise(2)");
        }
        if (advice == Advice.FREE) {
            if (mapping.file() != null) {
                return failed(Errno.EINVAL, "MADV_FREE is for private anonymous memory, madvise(2)");
            }
            pages(draft, from, to).forEach(draft.memory()::giveUp);
            return null;
        }
        if (advice == Advice.PAGEOUT && pages(draft, from, to).stream().anyMatch(page -> isGivenUp(draft, page))) {
            // mm/vmscan.c, shrink_folio_list: such a page goes, unless it happens to be looked at elsewhere
            return new Outcome.Refused("MADV_PAGEOUT of pages that MADV_FREE has given up, which may take them away");
        }
        Mapping part = mapping.part(from, to);
        Mapping advised = advised(part);
        if (!advised.flags().equals(mapping.flags())) {
            new Mappings(draft, process).change(mapping, advised);
        }
        return null;
    }

    /** madvise_remove: a hole in the file, which needs no protection but the right to have it. */
    private static @Nullable Outcome remove(Draft draft, Mapping mapping, long from, long to) {
        FileId file = mapping.file();
        if (file == null) {
            return failed(Errno.EINVAL, "MADV_REMOVE is for memory of a file, madvise(2)");
        }
        boolean writable =
                draft.has(Trait.REMOVES_READ_ONLY) || mapping.protection().write();
        if (!mapping.shared() || !mapping.mayWrite() || !writable) {
            return failed(Errno.EACCES, "MADV_REMOVE is for shared memory that may be written, madvise(2)");
        }
        Outcome punched = new Punch(file, mapping.offset() + (from - mapping.start()), to - from).on(draft);
        return punched.succeeded() ? null : punched;
    }

    /** madvise_guard_install, which gives an anonymous mapping a family of pages, and madvise_guard_remove. */
    private @Nullable Outcome guard(Draft draft, Mapping mapping, long from, long to) {
        if (mapping.file() != null && !draft.has(Trait.GUARDS_ON_FILES)) {
            return failed(Errno.EINVAL, "guards are for private anonymous memory, madvise(2)");
        }
        Mappings mappings = new Mappings(draft, process);
        if (advice == Advice.GUARD_REMOVE) {
            mappings.dropGuards(from, to);
            return null;
        }
        if (draft.pageSize().number(to - from) > Draft.MOST_PAGES) {
            return new Outcome.Refused("guards on more than " + Draft.MOST_PAGES + " pages at once");
        }
        if (mapping.file() == null) {
            new PageFault(draft, process).joinFamily(mapping);
        }
        mappings.dropEntries(from, to);
        mappings.guard(from, to);
        return null;
    }

    /** A mapping after the advice (mm/madvise.c, madvise_vma_behavior; mm/ksm.c, ksm_madvise). */
    private Mapping advised(Mapping mapping) {
        return switch (advice) {
            case NORMAL -> mapping.without(VmFlag.RAND_READ).without(VmFlag.SEQ_READ);
            case RANDOM -> mapping.without(VmFlag.SEQ_READ).with(VmFlag.RAND_READ);
            case SEQUENTIAL -> mapping.without(VmFlag.RAND_READ).with(VmFlag.SEQ_READ);
            case DONTDUMP -> mapping.with(VmFlag.DONTDUMP);
            case DODUMP -> mapping.without(VmFlag.DONTDUMP);
            case DONTFORK -> mapping.with(VmFlag.DONTCOPY);
            case DOFORK -> mapping.without(VmFlag.DONTCOPY);
            case WIPEONFORK -> mapping.with(VmFlag.WIPEONFORK);
            case KEEPONFORK -> mapping.without(VmFlag.WIPEONFORK);
            case HUGEPAGE -> mapping.without(VmFlag.NOHUGEPAGE).with(VmFlag.HUGEPAGE);
            case NOHUGEPAGE -> mapping.without(VmFlag.HUGEPAGE).with(VmFlag.NOHUGEPAGE);
            case MERGEABLE -> mapping.shared() ? mapping : mapping.with(VmFlag.MERGEABLE);
            case UNMERGEABLE -> mapping.without(VmFlag.MERGEABLE);
            case WILLNEED,
                    DONTNEED,
                    DONTNEED_LOCKED,
                    REMOVE,
                    FREE,
                    COLD,
                    PAGEOUT,
                    POPULATE_READ,
                    POPULATE_WRITE,
                    GUARD_INSTALL,
                    GUARD_REMOVE -> mapping;
        };
    }

    /** The pages that a range has been stored to. */
    private List<FrameId> pages(Draft draft, long from, long to) {
        List<FrameId> pages = new ArrayList<>();
        PageSize pageSize = draft.pageSize();
        draft.space(process).table().forEach(pageSize.number(from), pageSize.number(to), (page, frame) -> {
            if (!frame.isZeroPage()) {
                pages.add(frame);
            }
        });
        return pages;
    }

    private static boolean isGivenUp(Draft draft, FrameId page) {
        Frame frame = draft.memory().frame(page);
        return frame != null && frame.givenUp();
    }

    /** madvise_populate: stops at the first page that is not available, and says so. */
    private Outcome populate(Draft draft, long end) {
        boolean store = advice == Advice.POPULATE_WRITE;
        long next = address;
        while (Long.compareUnsigned(next, end) < 0) {
            Mapping mapping = draft.space(process).find(next);
            if (mapping == null) {
                return notMapped();
            }
            if (store ? !mapping.protection().write() : !mapping.protection().read()) {
                String letters = mapping.protection().letters();
                return failed(Errno.EINVAL, "the mapping is " + letters + " and cannot be populated so, madvise(2)");
            }
            long to = lesser(mapping.end(), end);
            Outcome stopped = new Population(draft, process).touch(next, to, store);
            if (stopped != null) {
                return stopped;
            }
            next = to;
        }
        return Outcome.Ok.ZERO;
    }

    private static Outcome notMapped() {
        return failed(Errno.ENOMEM, "part of the range is not mapped, madvise(2)");
    }
}
