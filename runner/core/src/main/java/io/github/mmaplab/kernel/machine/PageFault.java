package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageContent;
import io.github.mmaplab.kernel.memory.PageTable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an access of a process reaches its page: the checks, the page-table entry that is made on the way, and the copy
 * if one is due (mm/memory.c, handle_mm_fault).
 */
public final class PageFault {

    private static final int ADDRESS_BITS = 47;

    private final Draft draft;
    private final ProcessId process;

    /** Accesses of {@code process} in {@code draft}. */
    public PageFault(Draft draft, ProcessId process) {
        this.draft = draft;
        this.process = process;
    }

    /** Where an access arrives. */
    public sealed interface Reach {
        /** At a page, which a store may change. */
        record Page(FrameId frame) implements Reach {}

        /** Nowhere: it raises a signal. */
        record Fault(Signal signal, SignalCode code, String reason) implements Reach {}

        /** Nowhere: {@code what} it takes is more than one operation may do. */
        record Refused(String what) implements Reach {}
    }

    /** Reaches the page of {@code address}, for a load or for a store. */
    public Reach reach(long address, boolean store) {
        long top = address >> ADDRESS_BITS;
        if (top != 0 && top != -1 && draft.has(Trait.CANONICAL_ADDRESSES)) {
            return new Reach.Fault(Signal.SIGSEGV, SignalCode.SI_KERNEL, "the address is not canonical");
        }
        Mapping mapping = draft.space(process).find(address);
        if (mapping == null) {
            return new Reach.Fault(Signal.SIGSEGV, SignalCode.SEGV_MAPERR, "nothing is mapped there");
        }
        boolean allowed = store ? mapping.protection().write() : allowsLoad(mapping.protection());
        if (!allowed && draft.holds(Rule.PROTECTION_IS_ENFORCED)) {
            String letters = mapping.protection().letters();
            String reason = "the mapping is " + letters + " and does not allow a " + (store ? "store" : "load");
            return new Reach.Fault(Signal.SIGSEGV, SignalCode.SEGV_ACCERR, reason);
        }
        long page = draft.pageSize().number(address);
        if (draft.space(process).isGuarded(page)) {
            return new Reach.Fault(Signal.SIGSEGV, SignalCode.SEGV_MAPERR, "the page has a guard (MADV_GUARD_INSTALL)");
        }
        PageTable.Entry entry = draft.space(process).table().find(draft.memory(), page);
        if (entry == null && behindTheEnd(mapping, address)) {
            if (store && !mapping.shared()) {
                // mm/memory.c, do_cow_fault: makes ready for the copy before it asks the file
                joinFamily(mapping);
            }
            String reason = "the page is past the end of the file";
            return draft.believes(Myth.PAST_THE_END_IS_SIGSEGV)
                    ? new Reach.Fault(Signal.SIGSEGV, SignalCode.SEGV_MAPERR, reason)
                    : new Reach.Fault(Signal.SIGBUS, SignalCode.BUS_ADRERR, reason);
        }
        return store ? store(mapping, page, entry) : new Reach.Page(forLoad(mapping, page, entry));
    }

    private boolean allowsLoad(Protection protection) {
        return draft.has(Trait.EXECUTABLE_IS_READABLE)
                ? protection.allowsLoad()
                : protection.read() || protection.write();
    }

    private Reach store(Mapping mapping, long page, PageTable.@Nullable Entry entry) {
        if (!draft.holds(Rule.FORKED_PAGES_STAY_WRITABLE) && isForked(mapping, entry)) {
            String reason = "the page has been shared with a relative since a fork";
            return new Reach.Fault(Signal.SIGSEGV, SignalCode.SEGV_ACCERR, reason);
        }
        FrameId frame = forStore(mapping, page, entry);
        boolean fresh = !mapping.shared() && (entry == null || !entry.frame().equals(frame));
        if (fresh && !draft.holds(Rule.COPIES_ONE_PAGE) && !ownAll(mapping)) {
            return new Reach.Refused("copying more than " + Draft.MOST_PAGES + " pages at once");
        }
        return new Reach.Page(frame);
    }

    /** Whether the entry points at a private page that a relative has too. */
    private boolean isForked(Mapping mapping, PageTable.@Nullable Entry entry) {
        Frame frame = entry == null ? null : draft.memory().frame(entry.frame());
        boolean own = frame == null || frame.cached() || mapping.shared();
        return entry != null && frame != null && !own && (entry.shared() || frame.references() > 1);
    }

    /** Gives the process every page of a private mapping for itself, unless there are too many. */
    private boolean ownAll(Mapping mapping) {
        long pages = pagesThere(mapping, mapping.start(), mapping.end());
        if (pages > Draft.MOST_PAGES) {
            return false;
        }
        for (long i = 0; i < pages; i++) {
            long page = draft.pageSize().number(mapping.start()) + i;
            Mapping now = draft.space(process).find(draft.pageSize().address(page));
            if (now != null) {
                forStore(now, page, draft.space(process).table().find(draft.memory(), page));
            }
        }
        return true;
    }

    /** How many pages an access can reach in sequence, from {@code start} to {@code end} of a mapping. */
    public long pagesThere(Mapping mapping, long start, long end) {
        long pages = draft.pageSize().number(end - start);
        FileId file = mapping.file();
        if (file == null || !draft.holds(Rule.PAST_THE_END_IS_SIGBUS)) {
            return pages;
        }
        // A page number of a file has at most 52 bits, so that the difference is no less than it should be.
        long left = new PageCache(draft, file).pageCount() - mapping.filePage(start, draft.pageSize());
        return Math.min(pages, Math.max(0, left));
    }

    private boolean behindTheEnd(Mapping mapping, long address) {
        return pagesThere(mapping, address, address + draft.pageSize().bytes()) == 0;
    }

    private FrameId forLoad(Mapping mapping, long page, PageTable.@Nullable Entry entry) {
        boolean untouched = entry == null && !mapping.shared();
        if (untouched && mapping.file() == null && !draft.has(Trait.ZERO_PAGE)) {
            return zeroFill(mapping, page);
        }
        boolean copies = untouched && !draft.holds(Rule.LOADS_DO_NOT_COPY);
        return copies ? forStore(mapping, page, null) : common(mapping, page, entry);
    }

    /** The page that the entry points at, or that every process uses that has no copy. */
    private FrameId common(Mapping mapping, long page, PageTable.@Nullable Entry entry) {
        if (entry != null) {
            return entry.frame();
        }
        FrameId frame = original(mapping, page);
        draft.memory().retain(frame);
        point(page, frame);
        draft.note(new Event.PageMapped(process, draft.pageSize().address(page), frame));
        return frame;
    }

    private FrameId forStore(Mapping mapping, long page, PageTable.@Nullable Entry entry) {
        if (mapping.shared()) {
            return common(mapping, page, entry);
        }
        FrameId original = entry == null ? original(mapping, page) : entry.frame();
        if (original.isZeroPage()) {
            return zeroFill(mapping, page);
        }
        if (!draft.holds(Rule.PRIVATE_STORES_COPY)) {
            return common(mapping, page, entry);
        }
        Frame frame = draft.memory().frame(original);
        boolean cached = frame != null && frame.cached();
        if (entry != null && frame != null && !cached) {
            if (!entry.shared() && frame.references() == 1 && reuse(page, original, frame)) {
                return original;
            }
            if (!separates()) {
                return original;
            }
        }
        return copy(mapping, page, original, frame);
    }

    /** Gives the process a copy of a page that it has not touched yet, whatever the protection. */
    public void copyUpFront(long address) {
        Mapping mapping = draft.space(process).find(address);
        if (mapping != null) {
            long page = draft.pageSize().number(address);
            FrameId original = original(mapping, page);
            copy(mapping, page, original, draft.memory().frame(original));
        }
    }

    /** Gives the process a page of zeros in the place of what it has, whatever the protection. */
    public void zeroFillUpFront(long address) {
        Mapping mapping = draft.space(process).find(address);
        if (mapping != null) {
            zeroFill(mapping, draft.pageSize().number(address));
        }
    }

    /** Points the entry for a page at the page that every process uses, if there is no entry yet. */
    public void mapUpFront(long address) {
        Mapping mapping = draft.space(process).find(address);
        long page = draft.pageSize().number(address);
        if (mapping != null && draft.space(process).frame(page) == null) {
            common(mapping, page, null);
        }
    }

    /** Gives the process a copy of a page that it has an entry for. */
    void copyOwn(long page) {
        Mapping mapping = draft.space(process).find(draft.pageSize().address(page));
        FrameId original = draft.space(process).frame(page);
        if (mapping != null && original != null) {
            copy(mapping, page, original, draft.memory().frame(original));
        }
    }

    /** The page that is there without a private copy: that of the file, or the zero page. */
    private FrameId original(Mapping mapping, long page) {
        if (mapping.file() == null) {
            return FrameId.ZERO;
        }
        long index = mapping.filePage(draft.pageSize().address(page), draft.pageSize());
        return new PageCache(draft, mapping.file()).page(index);
    }

    private FrameId zeroFill(Mapping mapping, long page) {
        FrameId frame =
                draft.memory().allocate(PageContent.zeros(draft.pageSize().bytes()), false, generation());
        own(mapping, page, frame);
        draft.note(new Event.PageZeroFilled(process, draft.pageSize().address(page), frame));
        return frame;
    }

    private FrameId copy(Mapping mapping, long page, FrameId original, @Nullable Frame frame) {
        PageContent content = frame == null ? PageContent.zeros(draft.pageSize().bytes()) : frame.content();
        FrameId copy = draft.memory().allocate(content, false, generation());
        own(mapping, page, copy);
        draft.countCopy();
        draft.note(new Event.PageCopied(process, draft.pageSize().address(page), original, copy));
        return copy;
    }

    /** Gives the process a private page; its relatives too, where private memory stays in the family. */
    private void own(Mapping mapping, long page, FrameId frame) {
        joinFamily(mapping);
        point(page, frame);
        for (ProcessState other : separates() ? List.<ProcessState>of() : List.copyOf(draft.processes())) {
            if (!other.id().equals(process)) {
                new PageFault(draft, other.id()).takeOver(mapping, page, frame);
            }
        }
    }

    private boolean separates() {
        return draft.holds(Rule.FORK_SEPARATES_PRIVATE);
    }

    /** Takes a private page of a relative's mapping, unless this process has one of its own there. */
    private void takeOver(Mapping relatives, long page, FrameId frame) {
        Mapping mapping = draft.space(process).find(draft.pageSize().address(page));
        FrameId present = draft.space(process).frame(page);
        Frame known = present == null ? null : draft.memory().frame(present);
        boolean ownPage = known != null && !known.cached();
        if (mapping != null && !ownPage && !mapping.shared() && sameMemory(mapping, relatives, page)) {
            joinFamily(mapping);
            draft.memory().retain(frame);
            point(page, frame);
        }
    }

    private boolean sameMemory(Mapping one, Mapping other, long page) {
        long address = draft.pageSize().address(page);
        return Objects.equals(one.file(), other.file())
                && (one.file() == null
                        || one.filePage(address, draft.pageSize()) == other.filePage(address, draft.pageSize()));
    }

    /** Whether the process, which has the page for itself, goes on with it; notes it when that was not always so. */
    private boolean reuse(long page, FrameId id, Frame frame) {
        if (frame.generation() == generation()) {
            return true;
        }
        if (!draft.holds(Rule.LAST_OWNER_REUSES)) {
            return false;
        }
        draft.memory().claim(id, generation());
        draft.note(new Event.PageReused(process, draft.pageSize().address(page), id));
        return true;
    }

    private long generation() {
        return draft.process(process).generation();
    }

    private void point(long page, FrameId frame) {
        AddressSpace space = draft.space(process);
        draft.space(process, space.with(space.table().with(draft.memory(), page, frame)));
    }

    /** Gives the mapping a family for its private pages when it gets the first one (mm/rmap.c, __anon_vma_prepare). */
    public void joinFamily(Mapping mapping) {
        if (!mapping.family().exists()) {
            Mapping.Family neighbours = draft.space(process).familyOfNeighbours(mapping);
            Mapping.Family family = neighbours != null ? neighbours : new Mapping.Family(draft.newFamily(), false);
            new Mappings(draft, process).replace(mapping, mapping.withFamily(family));
        }
    }
}
