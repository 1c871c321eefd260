package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.disk.Change;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.MemoryDraft;
import io.github.mmaplab.kernel.memory.PageContent;
import io.github.mmaplab.kernel.memory.PageTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pcollections.PMap;

/** The page cache of one file: its pages in memory, which mappings, read(2) and write(2) all share. */
public final class PageCache {

    private final Draft draft;
    private final FileId id;
    private final PageSize pageSize;

    /** The page cache of the file {@code id} in {@code draft}. */
    public PageCache(Draft draft, FileId id) {
        this.draft = draft;
        this.id = id;
        this.pageSize = draft.pageSize();
    }

    /** How many pages the file has, the last one perhaps in part. */
    long pageCount() {
        return pageSize.number(draft.file(id).size() + pageSize.bytes() - 1);
    }

    /** The frame of page {@code index}, which is brought into the cache if it is not there. */
    FrameId page(long index) {
        FileState file = draft.file(id);
        FrameId present = file.pages().get(index);
        if (present != null) {
            return present;
        }
        FrameId frame = draft.memory().allocate(PageContent.zeros(pageSize.bytes()), true, 0);
        draft.file(file.withPages(file.pages().plus(index, frame)));
        draft.note(new Event.FilePageAdded(id, index, frame));
        return frame;
    }

    /**
     * Reads as read(2) does. Reading a hole of a file that has a disk brings a page of zeros into the cache; tmpfs
     * answers without one (mm/shmem.c, shmem_file_read_iter).
     *
     * @param count in bytes; the range must lie within the file
     */
    public Data read(long offset, int count) {
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            int within = pageSize.offset(offset + done);
            int part = Math.min(count - done, pageSize.bytes() - within);
            long index = pageSize.number(offset + done);
            FileState file = draft.file(id);
            FrameId frame = file.kind().hasDisk() ? page(index) : file.pages().get(index);
            if (frame != null) {
                content(frame).copy(within, bytes, done, part);
            }
            done += part;
        }
        return Data.of(bytes);
    }

    /**
     * Writes as write(2) does: the file grows if it must, and every mapping of it sees the bytes.
     *
     * @param offset in bytes; the range must fit into the largest file
     */
    public void write(long offset, Data data) {
        long end = offset + data.length();
        if (end > draft.file(id).size()) {
            // fs/ext4/inode.c, ext4_write_end: what lies between, ext4_zero_partial_blocks
            grow(end, offset);
        }
        draft.note(data.length() == 0 ? new Change.Resized(id) : new Change.Written(id, offset));
        long done = 0;
        while (done < data.length()) {
            int within = pageSize.offset(offset + done);
            int count = (int) Math.min(data.length() - done, pageSize.bytes() - within);
            long index = pageSize.number(offset + done);
            FrameId frame = page(index);
            put(index, frame, content(frame).with(within, data, done, count));
            draft.note(new Event.FileWritten(id, index, frame, within, count));
            done += count;
        }
    }

    /**
     * Makes the file shorter or longer, as ftruncate(2) does.
     *
     * @return false where a mistaken kernel would have to keep more pages for its mappings than it can
     */
    public boolean resize(long size) {
        long old = draft.file(id).size();
        draft.note(new Change.Resized(id));
        if (size > old) {
            // fs/ext4/inode.c, ext4_setattr: the whole rest of the page, ext4_block_truncate_page
            grow(size, pageSize.ceil(old));
            return true;
        }
        long before = pageCount();
        if (size < old) {
            draft.note(new Event.FileResized(id, old, size));
            draft.file(draft.file(id).withSize(size));
        }
        long kept = pageCount();
        if (draft.file(id).mappings() > 0 && !draft.holds(Rule.TRUNCATION_REACHES_MAPPINGS)) {
            return leaveToMappings(kept, before);
        }
        unmapEverywhere(kept, Long.MAX_VALUE, draft.holds(Rule.TRUNCATION_TAKES_COPIES));
        drop(kept, Long.MAX_VALUE);
        zeroTail();
        return true;
    }

    /**
     * Takes pages out of the file and leaves them to the mappings that there are, as if each had its own; the bytes
     * after the end in the last page stay for the same reason.
     */
    private boolean leaveToMappings(long from, long to) {
        boolean left = new Leftovers(draft, id).keep(from, to);
        drop(from, Long.MAX_VALUE);
        return left;
    }

    /** Makes the pages from {@code from} (inclusive) to {@code to} (exclusive) zero, and keeps them. */
    public void erase(long from, long to) {
        for (Map.Entry<Long, FrameId> page : draft.file(id).pages().entrySet()) {
            if (from <= page.getKey() && page.getKey() < to) {
                zero(page.getKey(), 0, pageSize.bytes());
            }
        }
    }

    /**
     * Makes a range of the file read as zeros and gives its whole pages back, as fallocate(2) with
     * FALLOC_FL_PUNCH_HOLE does. The size stays.
     */
    public void punch(long offset, long length) {
        FileState file = draft.file(id);
        long end = offset + length;
        if (file.kind().hasDisk() && end > file.size()) {
            // fs/ext4/inode.c, ext4_punch_hole: nothing that begins past the end, but the last page to its own end.
            end = offset < file.size() ? pageSize.ceil(file.size()) : offset;
        }
        if (offset < end) {
            clear(offset, end);
        }
    }

    private void clear(long offset, long end) {
        long from = pageSize.number(offset + pageSize.bytes() - 1);
        long to = pageSize.number(end);
        if (from > to) {
            zero(to, pageSize.offset(offset), (int) (end - offset));
            return;
        }
        if (pageSize.offset(offset) != 0) {
            zero(from - 1, pageSize.offset(offset), pageSize.bytes() - pageSize.offset(offset));
        }
        if (pageSize.offset(end) != 0) {
            zero(to, 0, pageSize.offset(end));
        }
        unmapEverywhere(from, to, !draft.holds(Rule.PUNCHING_KEEPS_COPIES));
        drop(from, to);
    }

    /** Writes pages {@code from} (inclusive) to {@code to} (exclusive) and the size to the disk, if there is one. */
    public void writeBack(long from, long to) {
        if (draft.file(id).kind().hasDisk()
                && from < pageCount()
                && pageCount() <= to
                && draft.has(Trait.CLEARED_WHEN_SYNCED)) {
            zeroTail();
        }
        toDisk(from, to);
    }

    /** The same, which leaves what is in the last page past the end of the file. */
    void toDisk(long from, long to) {
        FileState file = draft.file(id);
        if (!file.kind().hasDisk()) {
            return;
        }
        PMap<Long, PageContent> disk = file.disk().pages();
        for (Map.Entry<Long, PageContent> page : file.disk().pages().entrySet()) {
            if (!file.pages().containsKey(page.getKey())) {
                disk = disk.minus(page.getKey());
            }
        }
        for (Map.Entry<Long, FrameId> page : file.pages().entrySet()) {
            if (from <= page.getKey() && page.getKey() < to) {
                disk = disk.plus(page.getKey(), content(page.getValue()));
            }
        }
        draft.file(draft.file(id).withDisk(new FileState.Disk(file.size(), disk)));
        draft.note(new Event.FileSynced(id));
        draft.note(new Change.Synced(id, from, to));
    }

    /**
     * Makes the file longer. What a store through a mapping left after the old end becomes part of the file: on tmpfs
     * as it is, on ext4 as zeros, up to {@code zeroed} in the file.
     */
    private void grow(long size, long zeroed) {
        FileState file = draft.file(id);
        int within = pageSize.offset(file.size());
        int behind = (int) Math.min(zeroed - pageSize.floor(file.size()), pageSize.bytes());
        boolean cleared = draft.holds(Rule.TAIL_IS_ZEROED) && draft.has(Trait.CLEARED_WHEN_GROWN);
        if (file.kind().hasDisk() && within != 0 && within < behind && cleared) {
            zero(pageSize.number(file.size()), within, behind - within);
        }
        draft.note(new Event.FileResized(id, file.size(), size));
        draft.file(draft.file(id).withSize(size));
    }

    /** Whether a store through a mapping has left something after the end of the file in its last page. */
    public boolean hasTail() {
        long size = draft.file(id).size();
        int within = pageSize.offset(size);
        FrameId frame = within == 0 ? null : draft.file(id).pages().get(pageSize.number(size));
        return frame != null
                && !content(frame).withZeros(within, pageSize.bytes() - within).equals(content(frame));
    }

    /** Makes zero what a store through a mapping may have left after the end of the file in its last page. */
    private void zeroTail() {
        long size = draft.file(id).size();
        int within = pageSize.offset(size);
        if (within != 0 && draft.holds(Rule.TAIL_IS_ZEROED)) {
            zero(pageSize.number(size), within, pageSize.bytes() - within);
        }
    }

    private void zero(long index, int offset, int length) {
        FrameId frame = draft.file(id).pages().get(index);
        if (frame != null) {
            PageContent old = content(frame);
            PageContent zeroed = old.withZeros(offset, length);
            if (!zeroed.equals(old)) {
                put(index, frame, zeroed);
                draft.note(new Event.FileZeroed(id, index, frame, offset, length));
            }
        }
    }

    private void drop(long from, long to) {
        FileState file = draft.file(id);
        PMap<Long, FrameId> pages = file.pages();
        for (Map.Entry<Long, FrameId> page : file.pages().entrySet()) {
            if (from <= page.getKey() && page.getKey() < to) {
                pages = pages.minus(page.getKey());
                draft.memory().release(page.getValue());
                draft.note(new Event.FilePageDropped(id, page.getKey(), page.getValue()));
            }
        }
        draft.file(file.withPages(pages));
    }

    /** Takes away the page-table entries for a range of pages in every mapping of the file (unmap_mapping_range). */
    private void unmapEverywhere(long from, long to, boolean evenCopies) {
        if (draft.file(id).mappings() == 0) {
            return;
        }
        for (ProcessState process : List.copyOf(draft.processes())) {
            for (Mapping mapping : process.space().mappings().values()) {
                if (id.equals(mapping.file())) {
                    unmap(process, mapping, from, to, evenCopies);
                }
            }
        }
    }

    private void unmap(ProcessState process, Mapping mapping, long from, long to, boolean evenCopies) {
        long shift = pageSize.number(mapping.start()) - pageSize.number(mapping.offset());
        long first = Math.max(pageSize.number(mapping.start()), from + shift);
        long behind = pageSize.number(mapping.end());
        if (to != Long.MAX_VALUE) {
            behind = Math.min(behind, to + shift);
        }
        Gone gone = new Gone(draft.memory(), evenCopies);
        process.space().table().forEach(first, behind, gone);
        Mappings mappings = new Mappings(draft, process.id());
        for (int i = 0; i < gone.entries.size(); i++) {
            mappings.dropEntry(gone.entries.get(i), gone.frames.get(i));
        }
    }

    /** Collects the entries that go, before any does. A class, since a lambda is linked at each start of the program. */
    private record Gone(MemoryDraft memory, boolean evenCopies, List<Long> entries, List<FrameId> frames)
            implements PageTable.Visitor {
        Gone(MemoryDraft memory, boolean evenCopies) {
            this(memory, evenCopies, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void entry(long page, FrameId frame) {
            Frame found = memory.frame(frame);
            if (evenCopies || (found != null && found.cached())) {
                entries.add(page);
                frames.add(frame);
            }
        }
    }

    private PageContent content(FrameId frame) {
        Frame found = draft.memory().frame(frame);
        return found == null ? PageContent.zeros(pageSize.bytes()) : found.content();
    }

    private void put(long index, FrameId frame, PageContent content) {
        PageContent before = content(frame);
        draft.memory().write(frame, content);
        if (draft.believes(Myth.STORED_BYTES_ALONE_ARE_PRIVATE)) {
            new PrivateCopies(draft).follow(id, index, before, content);
        }
    }
}
