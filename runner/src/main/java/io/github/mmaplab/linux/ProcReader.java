package io.github.mmaplab.linux;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.Snapshot;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Decodes what the agent has read from /proc. */
final class ProcReader {

    /** Bits of an entry of /proc/PID/pagemap, see Documentation/admin-guide/mm/pagemap.rst. */
    private static final long PRESENT = 1L << 63;

    private static final long OF_FILE = 1L << 61;
    private static final long MAPPED_ONCE = 1L << 56;
    private static final long NUMBER = (1L << 55) - 1;

    private static final int MAPPING_WORDS = 6;

    private final PageSize pageSize;
    private final long zeroPage;

    /** Where page numbers are hidden: a number of our own for each page that can be identified. */
    private final Map<Identity, Long> identities = new HashMap<>();

    /** @param zeroPage the number of the zero page; 0 where page numbers are hidden */
    ProcReader(PageSize pageSize, long zeroPage) {
        this.pageSize = pageSize;
        this.zeroPage = zeroPage;
    }

    /**
     * A line of /proc/PID/maps.
     *
     * @param inode identifies the file; 0 for private anonymous memory
     */
    record Line(MappingView view, long inode) {}

    /** The identity of a page: page {@code page} of file {@code inode}, or of process {@code -1 - inode}. */
    private record Identity(long inode, long page) {}

    /** The lines of a process. */
    static List<Line> lines(ByteBuffer words) {
        return lines(words, words.remaining() / (MAPPING_WORDS * Long.BYTES));
    }

    private static List<Line> lines(ByteBuffer words, int count) {
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long start = words.getLong();
            long end = words.getLong();
            long offset = words.getLong();
            long bits = words.getLong();
            long file = words.getLong();
            long inode = words.getLong();
            Optional<FileId> named = file < 0 ? Optional.empty() : Optional.of(new FileId((int) file));
            lines.add(new Line(
                    new MappingView(start, end - start, LinuxNumbers.protection(bits), (bits & 8) != 0, named, offset),
                    inode));
        }
        return lines;
    }

    static List<MappingView> views(List<Line> lines) {
        List<MappingView> views = new ArrayList<>(lines.size());
        for (Line line : lines) {
            views.add(line.view());
        }
        return views;
    }

    /** Whether an entry refers to a page. */
    static boolean isPresent(long entry) {
        return (entry & PRESENT) != 0;
    }

    /** The page of an entry, if it can be identified at this moment. */
    Optional<FrameId> frame(ProcessId process, long address, long entry, List<Line> lines) {
        Optional<FrameId> lasting = lastingFrame(address, entry, lines);
        return lasting.isEmpty() && (entry & MAPPED_ONCE) != 0
                ? Optional.of(named(new Identity(-1 - process.number(), pageSize.number(address))))
                : lasting;
    }

    /** The page of an entry, if it can be identified among all pages so far, even after it was moved. */
    private Optional<FrameId> lastingFrame(long address, long entry, List<Line> lines) {
        long number = entry & NUMBER;
        if (number != 0) {
            return Optional.of(number == zeroPage ? FrameId.ZERO : new FrameId(number));
        }
        Line line = (entry & OF_FILE) == 0 ? null : lineAt(lines, address);
        if (line == null) {
            return Optional.empty();
        }
        long page = pageSize.number(address - line.view().start() + line.view().offset());
        return Optional.of(named(new Identity(line.inode(), page)));
    }

    private FrameId named(Identity identity) {
        return new FrameId(identities.computeIfAbsent(identity, unknown -> identities.size() + 1L));
    }

    private static @Nullable Line lineAt(List<Line> lines, long address) {
        for (Line line : lines) {
            MappingView view = line.view();
            if (view.start() <= address && address < view.start() + view.length()) {
                return line;
            }
        }
        return null;
    }

    /** Decodes a snapshot of the agent. */
    Snapshot snapshot(ByteBuffer words, Map<ProcessId, ProcessStatus> statuses) {
        Map<ProcessId, Snapshot.ProcessView> processes = new HashMap<>();
        for (long slot = words.getLong(); slot != -1; slot = words.getLong()) {
            ProcessId process = new ProcessId((int) slot);
            List<Line> lines = lines(words, (int) words.getLong());
            List<Snapshot.PageView> pages = pages(words, lines);
            processes.put(process, new Snapshot.ProcessView(new ProcessStatus.Running(), views(lines), pages));
        }
        for (Map.Entry<ProcessId, ProcessStatus> status : statuses.entrySet()) {
            if (!status.getValue().alive()) {
                processes.put(status.getKey(), new Snapshot.ProcessView(status.getValue(), List.of(), List.of()));
            }
        }
        Map<FileId, Long> sizes = new HashMap<>();
        for (long file = words.getLong(); file != -1; file = words.getLong()) {
            sizes.put(new FileId((int) file), words.getLong());
        }
        return new Snapshot(processes, sizes);
    }

    private List<Snapshot.PageView> pages(ByteBuffer words, List<Line> lines) {
        int count = (int) words.getLong();
        List<Snapshot.PageView> pages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long address = words.getLong();
            long entry = words.getLong();
            long fingerprint = words.getLong();
            boolean read = words.getLong() != 0;
            pages.add(new Snapshot.PageView(
                    address,
                    lastingFrame(address, entry, lines),
                    read ? OptionalLong.of(fingerprint) : OptionalLong.empty()));
        }
        return Collections.unmodifiableList(pages);
    }
}
