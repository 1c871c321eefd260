package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageContent;
import java.util.Map;
import java.util.Objects;

/** Where stored bytes go: the page has them at once, and so has every process that uses the page. */
public final class Stores {

    private final Draft draft;
    private final ProcessId process;

    /** Stores of {@code process} in {@code draft}. */
    public Stores(Draft draft, ProcessId process) {
        this.draft = draft;
        this.process = process;
    }

    /** Puts bytes into the page that the process has at {@code address}, which {@link PageFault} found for the store. */
    public void put(long address, FrameId id, Piece piece) {
        Frame frame = draft.memory().frame(id);
        if (frame == null) {
            throw new IllegalStateException("a store reached " + id + ", which is not in use");
        }
        if (frame.cached()
                && !draft.holds(Rule.STORES_ARE_SEEN_AT_ONCE)
                && mapping(address).shared()) {
            hold(address, id, piece);
        } else {
            write(address, id, frame, piece);
        }
        if (frame.cached() && !draft.holds(Rule.STORES_KEEP_THE_SIZE)) {
            grow(address, piece.offset() + piece.count());
        }
    }

    /** The bytes that the process sees in the page that it has at {@code address}. */
    public PageContent seen(long address, FrameId id, PageContent content) {
        return draft.holds(Rule.STORES_ARE_SEEN_AT_ONCE)
                ? content
                : draft.process(process).sees(draft.space(process).find(address), id, content);
    }

    /** Lets every process see what this one has stored to pages {@code from} to {@code to} (exclusive) of a file. */
    public void show(FileId file, long from, long to) {
        for (Map.Entry<FrameId, HeldStores.Page> held : held().pages().entrySet()) {
            if (held.getValue().in(file, from, to)) {
                show(held.getKey(), held.getValue());
            }
        }
    }

    /** Lets every process see what this one has stored to the shared memory in a range of addresses. */
    void show(long start, long end) {
        if (held().isEmpty()) {
            return;
        }
        for (Mapping mapping : draft.space(process).overlapping(start, end)) {
            if (mapping.file() != null && mapping.shared()) {
                long first = mapping.filePage(mapping.start(), draft.pageSize());
                show(mapping.file(), first, first + draft.pageSize().number(mapping.length()));
            }
        }
    }

    /** Lets every process see everything that this one has stored. */
    void showAll() {
        for (Map.Entry<FrameId, HeldStores.Page> held : held().pages().entrySet()) {
            show(held.getKey(), held.getValue());
        }
    }

    private HeldStores held() {
        return draft.process(process).held();
    }

    private void hold(long address, FrameId id, Piece piece) {
        Mapping mapping = mapping(address);
        FileId file = Objects.requireNonNull(mapping.file(), "shared memory is a file's");
        HeldStores.Page first = HeldStores.Page.of(address, file, mapping.filePage(address, draft.pageSize()));
        draft.held(process, held().plus(id, first, piece));
        draft.note(new Event.StoreHeldBack(process, address, id, piece.offset(), piece.count()));
    }

    private Mapping mapping(long address) {
        return Objects.requireNonNull(draft.space(process).find(address), "a store reached a mapping");
    }

    /** What was stored to a page that the file has lost in the meantime is lost too. */
    private void show(FrameId id, HeldStores.Page page) {
        boolean there = draft.exists(page.file())
                && id.equals(draft.file(page.file()).pages().get(page.index()));
        for (Piece piece : page.pieces()) {
            Frame frame = there ? draft.memory().frame(id) : null;
            if (frame != null) {
                write(page.address(), id, frame, piece);
            }
        }
        draft.held(process, held().minus(id));
    }

    private void write(long address, FrameId id, Frame frame, Piece piece) {
        PageContent changed = piece.over(frame.content());
        draft.memory().write(id, changed);
        Mapping mapping = draft.space(process).find(address);
        if (draft.believes(Myth.STORED_BYTES_ALONE_ARE_PRIVATE)
                && frame.cached()
                && mapping != null
                && mapping.file() != null) {
            long index = mapping.filePage(address, draft.pageSize());
            new PrivateCopies(draft).follow(mapping.file(), index, frame.content(), changed);
        }
        draft.note(new Event.Stored(process, address, id, piece.offset(), piece.count()));
        if (draft.believes(Myth.STORES_REACH_THE_DISK)
                && frame.cached()
                && mapping != null
                && mapping.file() != null
                && mapping.shared()) {
            long index = mapping.filePage(address, draft.pageSize());
            new PageCache(draft, mapping.file()).toDisk(index, index + 1);
        }
    }

    /** Makes the file that long that its last page, at {@code address}, has {@code bytes} bytes. */
    private void grow(long address, int bytes) {
        Mapping mapping = mapping(address);
        if (mapping.file() == null || !mapping.shared()) {
            return;
        }
        FileState file = draft.file(mapping.file());
        long index = mapping.filePage(address, draft.pageSize());
        long end = draft.pageSize().address(index) + bytes;
        if (end > file.size() && index < new PageCache(draft, file.id()).pageCount()) {
            draft.note(new Event.FileResized(file.id(), file.size(), end));
            draft.file(file.withSize(end));
        }
    }
}
