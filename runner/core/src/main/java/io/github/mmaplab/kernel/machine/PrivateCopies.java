package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageContent;
import java.util.List;

/** What people expect of private copies of a file's pages: that they are saved, or that they follow the file. */
public final class PrivateCopies {

    private final Draft draft;

    /** The copies in {@code draft}. */
    public PrivateCopies(Draft draft) {
        this.draft = draft;
    }

    /** Writes the copies that a process has from {@code start} to {@code end} to their files, up to their ends. */
    public void save(ProcessId process, long start, long end) {
        for (Mapping mapping : draft.space(process).overlapping(start, end)) {
            if (mapping.file() != null && !mapping.shared()) {
                save(process, mapping, Math.max(start, mapping.start()), Math.min(end, mapping.end()), mapping.file());
            }
        }
    }

    private void save(ProcessId process, Mapping mapping, long start, long end, FileId file) {
        PageSize pageSize = draft.pageSize();
        draft.space(process).table().forEach(pageSize.number(start), pageSize.number(end), (page, id) -> {
            Frame frame = draft.memory().frame(id);
            long at = pageSize.address(mapping.filePage(pageSize.address(page), pageSize));
            long count = Math.min(pageSize.bytes(), draft.file(file).size() - at);
            if (frame != null && !frame.cached() && count > 0) {
                byte[] bytes = new byte[(int) count];
                frame.content().copy(0, bytes, 0, bytes.length);
                new PageCache(draft, file).write(at, Data.of(bytes));
            }
        });
    }

    /** Changes what a page of a file has become in all copies of it, but for the bytes that differ from the file's. */
    void follow(FileId file, long index, PageContent before, PageContent after) {
        for (ProcessState process : List.copyOf(draft.processes())) {
            for (Mapping mapping : process.space().mappings().values()) {
                if (file.equals(mapping.file()) && !mapping.shared()) {
                    follow(process, mapping, index, before, after);
                }
            }
        }
    }

    private void follow(ProcessState process, Mapping mapping, long index, PageContent before, PageContent after) {
        PageSize pageSize = draft.pageSize();
        long page = pageSize.number(mapping.start()) + index - pageSize.number(mapping.offset());
        boolean within = pageSize.number(mapping.start()) <= page && page < pageSize.number(mapping.end());
        FrameId id = within ? process.space().frame(page) : null;
        Frame frame = id == null ? null : draft.memory().frame(id);
        if (id != null && frame != null && !frame.cached()) {
            byte[] then = bytes(before);
            byte[] now = bytes(after);
            byte[] own = bytes(frame.content());
            for (int i = 0; i < own.length; i++) {
                own[i] = own[i] == then[i] ? now[i] : own[i];
            }
            draft.memory().write(id, frame.content().with(0, Data.of(own), 0, own.length));
        }
    }

    private byte[] bytes(PageContent content) {
        byte[] bytes = new byte[draft.pageSize().bytes()];
        content.copy(0, bytes, 0, bytes.length);
        return bytes;
    }
}
