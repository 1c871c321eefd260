package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageTable;
import io.github.mmaplab.kernel.memory.VmFlag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to the mappings of one process: adding, splitting, merging and removing them. */
public final class Mappings {

    private final Draft draft;
    private final ProcessId process;

    /** The mappings of {@code process} in {@code draft}. */
    public Mappings(Draft draft, ProcessId process) {
        this.draft = draft;
        this.process = process;
    }

    /** Adds a mapping in a free range. */
    public void add(Mapping mapping) {
        draft.space(process, draft.space(process).with(mapping));
        count(mapping.file(), 1);
    }

    /** Takes a mapping out; its page-table entries stay. */
    public void remove(Mapping mapping) {
        draft.space(process, draft.space(process).without(mapping));
        count(mapping.file(), -1);
    }

    /** Puts {@code changed} in the place of {@code mapping}, which has the same range. */
    public void replace(Mapping mapping, Mapping changed) {
        draft.space(process, draft.space(process).without(mapping).with(changed));
    }

    /** Makes {@code address} the beginning of a mapping, if it lies within one (mm/vma.c, __split_vma). */
    public void split(long address) {
        Mapping mapping = draft.space(process).find(address);
        if (mapping != null && mapping.start() != address) {
            AddressSpace without = draft.space(process).without(mapping);
            Mapping below = mapping.part(mapping.start(), address);
            Mapping above = mapping.part(address, mapping.end());
            draft.space(process, without.with(below).with(above));
            count(mapping.file(), 1);
        }
    }

    /**
     * Puts {@code changed} in the place of the part of a mapping that has its range, and merges it with neighbours that it
     * continues (mm/vma.c, vma_modify). An attachment that would be gone as a whole stays by itself (can_merge_remove_vma).
     */
    public void change(Mapping mapping, Mapping changed) {
        split(changed.start());
        split(changed.end());
        replace(mapping.part(changed.start(), changed.end()), changed);
        if (changed.length() < mapping.length() || !draft.isAttachment(mapping)) {
            merge(changed.start());
        }
    }

    /**
     * Makes one mapping of the new one at {@code address} and those of its neighbours that continue it (mm/vma.c,
     * vma_merge_new_range).
     */
    public void merge(long address) {
        Mapping mapping = draft.space(process).find(address);
        if (mapping == null || (draft.isAttachment(mapping) && !draft.has(Trait.ATTACHMENTS_MERGE))) {
            return;
        }
        Mapping before = draft.space(process).mergeableBefore(mapping);
        if (before != null) {
            join(before, mapping);
        }
        if (before == null || !draft.isAttachment(mapping)) {
            joinNext(address);
        }
    }

    /** Makes one mapping of one that has grown and the next one, if that continues it (mm/vma.c, vma_merge_extend). */
    public void mergeAfter(Mapping grown) {
        if (!draft.isAttachment(grown)) {
            joinNext(grown.start());
        }
    }

    private void joinNext(long address) {
        Mapping mapping = draft.space(process).find(address);
        Mapping after = mapping == null ? null : draft.space(process).mergeableAfter(mapping);
        if (mapping != null && after != null) {
            join(mapping, after);
        }
    }

    /**
     * Removes what is mapped from {@code start} to {@code end}, holes left aside; both are page-aligned. If some of it is
     * sealed, nothing is removed, but a mapping that is not sealed has been split at {@code start} (mm/vma.c,
     * do_vmi_align_munmap and vms_gather_munmap_vmas).
     *
     * @return whether it is removed
     */
    public boolean unmap(long start, long end) {
        List<Mapping> there = draft.space(process).overlapping(start, end);
        if (there.isEmpty()) {
            return true;
        }
        if (!there.get(0).sealed()) {
            split(start);
        }
        for (Mapping mapping : there) {
            if (mapping.sealed()) {
                return false;
            }
        }
        split(end);
        new Stores(draft, process).show(start, end);
        if (draft.believes(Myth.UNMAPPING_SAVES_PRIVATE)) {
            new PrivateCopies(draft).save(process, start, end);
        }
        if (draft.believes(Myth.UNMAPPING_REACHES_THE_DISK)) {
            toDisk(start, end);
        }
        dropEntries(start, end);
        dropGuards(start, end);
        for (Mapping mapping : draft.space(process).overlapping(start, end)) {
            draft.note(new Event.MappingRemoved(process, mapping.start(), mapping.length()));
            remove(mapping);
        }
        return true;
    }

    /** Writes what is mapped shared from {@code start} to {@code end} to the disk. */
    private void toDisk(long start, long end) {
        for (Mapping mapping : draft.space(process).overlapping(start, end)) {
            FileId file = mapping.file();
            if (file != null && mapping.shared()) {
                long from = mapping.filePage(Math.max(start, mapping.start()), draft.pageSize());
                long last = mapping.filePage(Math.min(end, mapping.end()) - 1, draft.pageSize());
                new PageCache(draft, file).toDisk(from, last + 1);
            }
        }
    }

    /** Takes away the page-table entries from {@code start} to {@code end}; the next access finds its page again. */
    public void dropEntries(long start, long end) {
        AddressSpace space = draft.space(process);
        long from = draft.pageSize().number(start);
        long to = draft.pageSize().number(end);
        space.table()
                .forEach(
                        from,
                        to,
                        (page, frame) -> draft.note(
                                new Event.PageUnmapped(process, draft.pageSize().address(page), frame)));
        draft.space(process, space.with(space.table().without(draft.memory(), from, to)));
    }

    /** Puts guards on the pages from {@code start} to {@code end}, which have no entries. */
    public void guard(long start, long end) {
        AddressSpace space = draft.space(process);
        List<Long> pages = new ArrayList<>();
        for (long page = draft.pageSize().number(start); page < draft.pageSize().number(end); page++) {
            pages.add(page);
        }
        draft.space(process, space.withGuards(space.guards().plusAll(pages)));
    }

    /** Takes away the guards from {@code start} to {@code end}. */
    public void dropGuards(long start, long end) {
        AddressSpace space = draft.space(process);
        List<Long> dropped =
                space.guards(draft.pageSize().number(start), draft.pageSize().number(end));
        if (!dropped.isEmpty()) {
            draft.space(process, space.withGuards(space.guards().minusAll(dropped)));
        }
    }

    private void moveGuards(long first, long behind, long shift) {
        AddressSpace space = draft.space(process);
        List<Long> moved = space.guards(first, behind);
        if (!moved.isEmpty()) {
            List<Long> there = moved.stream().map(page -> page + shift).toList();
            draft.space(process, space.withGuards(space.guards().minusAll(moved).plusAll(there)));
        }
    }

    /** Takes the pages of {@code length} bytes along from one address to another (mm/mremap.c, move_page_tables). */
    public void movePages(long from, long to, long length) {
        long first = draft.pageSize().number(from);
        long shift = draft.pageSize().number(to) - first;
        long behind = first + draft.pageSize().number(length);
        List<Long> pages = new ArrayList<>();
        List<FrameId> frames = new ArrayList<>();
        PageTable table = draft.space(process).table();
        table.forEach(first, behind, (page, frame) -> {
            pages.add(page);
            frames.add(frame);
        });
        for (FrameId frame : frames) {
            draft.memory().retain(frame);
        }
        table = table.without(draft.memory(), first, behind);
        for (int i = 0; i < frames.size(); i++) {
            if (draft.holds(Rule.MREMAP_MOVES_PAGES)) {
                table = table.with(draft.memory(), pages.get(i) + shift, frames.get(i));
            } else {
                draft.memory().release(frames.get(i));
            }
        }
        draft.space(process, draft.space(process).with(table));
        moveGuards(first, behind, shift);
        draft.note(new Event.MappingMoved(process, from, to, length));
    }

    private void forgetPages(Mapping mapping) {
        AddressSpace space = draft.space(process);
        long from = draft.pageSize().number(mapping.start());
        long to = draft.pageSize().number(mapping.end());
        draft.space(process, space.with(space.table().without(draft.memory(), from, to)));
        dropGuards(mapping.start(), mapping.end());
    }

    /** Takes away the entry of one page. */
    void dropEntry(long page, FrameId frame) {
        AddressSpace space = draft.space(process);
        draft.note(new Event.PageUnmapped(process, draft.pageSize().address(page), frame));
        draft.space(process, space.with(space.table().without(draft.memory(), page, page + 1)));
    }

    /** Removes everything, as exec and exit do. */
    public void clear() {
        new Stores(draft, process).showAll();
        AddressSpace space = draft.space(process);
        space.table().drop(draft.memory());
        for (Mapping mapping : space.mappings().values()) {
            remove(mapping);
        }
        draft.space(process, AddressSpace.EMPTY);
    }

    /** Ends the process. */
    public void end(ProcessStatus how) {
        if (draft.believes(Myth.ENDING_TAKES_FROM_CHILDREN)) {
            new Relatives(draft, process).takeFromChildren();
        }
        if (draft.believes(Myth.ENDING_ENDS_CHILDREN)) {
            new Relatives(draft, process).endChildren(how);
        }
        if (draft.believes(Myth.UNMAPPING_SAVES_PRIVATE)) {
            new PrivateCopies(draft).save(process, 0, Long.MAX_VALUE);
        }
        if (draft.believes(Myth.UNMAPPING_REACHES_THE_DISK)) {
            toDisk(0, Long.MAX_VALUE);
        }
        clear();
        draft.end(process, how);
        draft.note(new Event.ProcessEnded(process, how));
    }

    /**
     * Makes the mappings, which are the parent's, a child's own: each that has private pages begins a family that
     * descends from the parent's (mm/rmap.c, anon_vma_fork), and nameless files are mapped once more. Entries of
     * private memory that no process has stored to are not inherited (mm/memory.c, vma_needs_copy): the child finds the
     * zero page, or the page of the file, by itself. A mapping with VM_DONTCOPY is left out, one with VM_WIPEONFORK has no
     * pages, and none is locked (mm/mmap.c, dup_mmap).
     */
    public void inherited() {
        for (Mapping mapping : draft.space(process).mappings().values()) {
            count(mapping.file(), 1);
            if (mapping.flags().contains(VmFlag.DONTCOPY)) {
                forgetPages(mapping);
                remove(mapping);
            } else if (mapping.flags().contains(VmFlag.WIPEONFORK)) {
                forgetPages(mapping);
                replace(mapping, mapping.unlocked().withFamily(Mapping.Family.NONE));
            } else if (mapping.family().exists()) {
                Mapping.Family family = new Mapping.Family(draft.newFamily(), true);
                replace(mapping, inherited(mapping).withFamily(family));
            } else {
                replace(mapping, inherited(mapping));
                if (mapping.file() == null) {
                    forgetPages(mapping);
                }
            }
        }
    }

    private Mapping inherited(Mapping mapping) {
        Mapping unlocked = mapping.unlocked();
        return draft.holds(Rule.FORK_KEEPS_SEALS) ? unlocked : unlocked.without(VmFlag.SEALED);
    }

    private Mapping join(Mapping first, Mapping second) {
        Mapping joined = first.merged(second);
        draft.space(process, draft.space(process).without(first).without(second).with(joined));
        count(joined.file(), -1);
        return joined;
    }

    private void count(@Nullable FileId id, int change) {
        if (id == null) {
            return;
        }
        if (!id.nameless()) {
            draft.count(id, change);
            return;
        }
        FileState file = draft.file(id).withMappings(change);
        draft.file(file);
        if (file.mappings() == 0) {
            for (FrameId frame : file.pages().values()) {
                draft.memory().release(frame);
            }
            draft.forget(id);
        }
    }
}
