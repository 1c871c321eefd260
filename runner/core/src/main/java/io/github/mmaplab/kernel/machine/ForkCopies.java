package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageContent;
import io.github.mmaplab.kernel.memory.PageTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What kernels that are not Linux copy at once for a child that has just been made. */
public final class ForkCopies {

    private final Draft draft;
    private final ProcessId child;
    private final Map<FileId, FileId> files = new TreeMap<>();

    /** Copies for {@code child} in {@code draft}. */
    public ForkCopies(Draft draft, ProcessId child) {
        this.draft = draft;
        this.child = child;
    }

    /** Copies all the private pages that the child has. */
    public void copyPrivate() {
        List<Long> pages = new ArrayList<>();
        draft.space(child).table().forEach(0, Long.MAX_VALUE, (page, id) -> {
            Frame frame = draft.memory().frame(id);
            if (frame != null && !frame.cached()) {
                pages.add(page);
            }
        });
        PageFault faults = new PageFault(draft, child);
        for (long page : pages) {
            faults.copyOwn(page);
        }
    }

    /**
     * Puts a file of the child's own in the place of each file that it shares. It has copies of the pages that the
     * child has mapped, touched or not; holes cost nothing.
     */
    public void copyShared() {
        Mappings mappings = new Mappings(draft, child);
        for (Mapping mapping : draft.space(child).mappings().values()) {
            FileId original = mapping.file();
            if (original != null && mapping.shared()) {
                FileId copy = files.computeIfAbsent(original, draft::createCopy);
                mappings.remove(mapping);
                mappings.add(mapping.withFile(copy));
                copyPages(mapping, original, copy);
                turnEntries(mapping, copy);
            }
        }
    }

    private void copyPages(Mapping mapping, FileId original, FileId copy) {
        for (Map.Entry<Long, FrameId> page : draft.file(original).pages().entrySet()) {
            long first = draft.pageSize().number(mapping.offset());
            long at = page.getKey() - first;
            boolean mapped = 0 <= at && at < draft.pageSize().number(mapping.length());
            if (mapped && !draft.file(copy).pages().containsKey(page.getKey())) {
                copyPage(
                        copy,
                        page.getKey(),
                        page.getValue(),
                        mapping.start() + draft.pageSize().address(at));
            }
        }
    }

    private void copyPage(FileId copy, long index, FrameId page, long address) {
        Frame frame = draft.memory().frame(page);
        PageContent content = frame == null ? PageContent.zeros(draft.pageSize().bytes()) : frame.content();
        FrameId own = draft.memory().allocate(content, true, 0);
        FileState file = draft.file(copy);
        draft.file(file.withPages(file.pages().plus(index, own)));
        draft.countCopy();
        draft.note(new Event.FilePageAdded(copy, index, own));
        draft.note(new Event.PageCopied(child, address, page, own));
    }

    /** Points the entries that the child has inherited at its own pages. */
    private void turnEntries(Mapping mapping, FileId copy) {
        List<Long> pages = new ArrayList<>();
        long from = draft.pageSize().number(mapping.start());
        long to = draft.pageSize().number(mapping.end());
        draft.space(child).table().forEach(from, to, (page, id) -> pages.add(page));
        for (long page : pages) {
            long index = mapping.filePage(draft.pageSize().address(page), draft.pageSize());
            turn(page, draft.file(copy).pages().get(index));
        }
    }

    private void turn(long page, @Nullable FrameId own) {
        AddressSpace space = draft.space(child);
        PageTable table = space.table();
        if (own == null) {
            table = table.without(draft.memory(), page, page + 1);
        } else {
            draft.memory().retain(own);
            table = table.with(draft.memory(), page, own);
        }
        draft.space(child, space.with(table));
    }
}
