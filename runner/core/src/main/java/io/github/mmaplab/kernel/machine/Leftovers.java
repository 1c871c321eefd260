package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.List;

/** The pages that a file loses, kept for the mappings of it by a kernel whose truncation does not reach them. */
final class Leftovers {

    private final Draft draft;
    private final FileId file;
    private long kept;

    Leftovers(Draft draft, FileId file) {
        this.draft = draft;
        this.file = file;
    }

    /** Points every mapping of pages {@code from} to {@code to} (exclusive) at them, unless there are too many. */
    boolean keep(long from, long to) {
        for (ProcessState process : List.copyOf(draft.processes())) {
            for (Mapping mapping : process.space().mappings().values()) {
                if (file.equals(mapping.file()) && !keep(new PageFault(draft, process.id()), mapping, from, to)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean keep(PageFault faults, Mapping mapping, long from, long to) {
        PageSize pageSize = draft.pageSize();
        long first = pageSize.number(mapping.offset());
        long begin = Math.max(from, first);
        long end = Math.min(to, first + pageSize.number(mapping.length()));
        kept += Math.max(0, end - begin);
        if (kept > Draft.MOST_PAGES) {
            return false;
        }
        for (long index = begin; index < end; index++) {
            faults.mapUpFront(mapping.start() + pageSize.address(index - first));
        }
        return true;
    }
}
