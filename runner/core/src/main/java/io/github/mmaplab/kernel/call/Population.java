package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.PageCache;
import io.github.mmaplab.kernel.machine.PageFault;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.VmFlag;
import org.jspecify.annotations.Nullable;

/** Faulting the pages of one mapping in before they are accessed (mm/gup.c, populate_vma_page_range). */
final class Population {

    private final Draft draft;
    private final ProcessId process;

    Population(Draft draft, ProcessId process) {
        this.draft = draft;
        this.process = process;
    }

    /**
     * As MAP_POPULATE does: private writable memory is copied up front, other memory is loaded from, inaccessible
     * memory is left alone. Stops silently at the first page that is not available; returns a refusal, or null.
     */
    @Nullable
    Outcome populate(long start, long end) {
        Mapping mapping = mapping(start);
        if (!mapping.protection().allowsLoad()) {
            return null;
        }
        Outcome stopped = touch(start, end, mapping.protection().write() && !mapping.shared());
        return stopped instanceof Outcome.Refused ? stopped : null;
    }

    /**
     * As a locked mapping does when it grows or becomes writable: {@link #populate}, unless it locks on fault. Other
     * mappings are left alone.
     */
    @Nullable
    Outcome populateLocked(long start, long end) {
        Mapping mapping = mapping(start);
        boolean isDue = mapping.locked() && !mapping.flags().contains(VmFlag.LOCKONFAULT);
        return isDue && start < end ? populate(start, end) : null;
    }

    /** Touches every page of a range; returns why it could not go on, or null when it touched all. */
    @Nullable
    Outcome touch(long start, long end, boolean store) {
        PageFault faults = new PageFault(draft, process);
        if (faults.pagesThere(mapping(start), start, end) > Draft.MOST_PAGES) {
            return tooMany();
        }
        for (long page = start; page < end; page += draft.pageSize().bytes()) {
            PageFault.Reach reach = faults.reach(page, store);
            if (reach instanceof PageFault.Reach.Fault fault) {
                return Scene.failed(Errno.EFAULT, fault.reason() + ", madvise(2)");
            }
            if (reach instanceof PageFault.Reach.Refused refused) {
                return new Outcome.Refused(refused.what());
            }
        }
        return null;
    }

    /** Copies every page of a range that is there, whatever its protection; returns a refusal, or null. */
    @Nullable
    Outcome snapshot(long start, long end) {
        PageFault faults = new PageFault(draft, process);
        long pages = faults.pagesThere(mapping(start), start, end);
        if (pages > Draft.MOST_PAGES) {
            return tooMany();
        }
        for (long i = 0; i < pages; i++) {
            faults.copyUpFront(start + draft.pageSize().address(i));
        }
        return null;
    }

    /** Gives the process every page of a range, whatever its protection; returns a refusal, or null. */
    @Nullable
    Outcome allocate(long start, long end) {
        PageFault faults = new PageFault(draft, process);
        Mapping mapping = mapping(start);
        long pages = faults.pagesThere(mapping, start, end);
        if (pages > Draft.MOST_PAGES) {
            return tooMany();
        }
        for (long i = 0; i < pages; i++) {
            long page = start + draft.pageSize().address(i);
            if (mapping.file() == null) {
                faults.zeroFillUpFront(page);
            } else {
                faults.mapUpFront(page);
            }
        }
        return null;
    }

    /** Makes a range of a file's memory read as zeros, whatever its protection; returns a refusal, or null. */
    @Nullable
    Outcome erase(Mapping mapping, long start, long end) {
        FileId file = mapping.file();
        if (file == null) {
            return null;
        }
        PageFault faults = new PageFault(draft, process);
        long pages = faults.pagesThere(mapping, start, end);
        if (mapping.shared()) {
            long first = mapping.filePage(start, draft.pageSize());
            new PageCache(draft, file).erase(first, first + pages);
            return null;
        }
        if (pages > Draft.MOST_PAGES) {
            return tooMany();
        }
        for (long i = 0; i < pages; i++) {
            faults.zeroFillUpFront(start + draft.pageSize().address(i));
        }
        return null;
    }

    private Mapping mapping(long address) {
        Mapping mapping = draft.space(process).find(address);
        if (mapping == null) {
            throw new IllegalStateException("there is no mapping to populate");
        }
        return mapping;
    }

    private static Outcome tooMany() {
        return new Outcome.Refused("populating more than " + Draft.MOST_PAGES + " pages at once");
    }
}
