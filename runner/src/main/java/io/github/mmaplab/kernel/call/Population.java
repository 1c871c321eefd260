package io.github.mmaplab.kernel.call;

import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.PageFault;
import io.github.mmaplab.kernel.memory.Mapping;
import org.jspecify.annotations.Nullable;

/** Faulting pages in before they are accessed (mm/gup.c, populate_vma_page_range). */
final class Population {

    private final Draft draft;
    private final ProcessId process;

    Population(Draft draft, ProcessId process) {
        this.draft = draft;
        this.process = process;
    }

    /**
     * As MAP_POPULATE does: private writable memory is copied up front, other memory is loaded from, inaccessible
     * memory is left alone. Stops without a word at the first page that cannot be had.
     */
    void populate(long start, long end) {
        Mapping mapping = draft.space(process).find(start);
        if (mapping != null && mapping.protection().allowsLoad()) {
            touch(start, end, mapping.protection().write() && !mapping.shared());
        }
    }

    /** Stores to every page that is there, without changing a byte. */
    void store(long start, long end) {
        touch(start, end, true);
    }

    /** Touches every page of a range; returns why it could not go on, or null when it touched all. */
    PageFault.Reach.@Nullable Fault touch(long start, long end, boolean store) {
        PageFault faults = new PageFault(draft, process);
        for (long page = start; page < end; page += draft.pageSize().bytes()) {
            if (faults.reach(page, store) instanceof PageFault.Reach.Fault fault) {
                return fault;
            }
        }
        return null;
    }
}
