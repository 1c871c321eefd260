package io.github.mmaplab.show;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageContent;
import io.github.mmaplab.kernel.memory.VmFlag;
import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Bindings;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.run.Sizes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What can be seen of the machines of a recording, one after the other, each compared with the one before. */
final class Snapshots {

    private final Recording recording;
    private final Bindings bindings;
    private final PageSize pageSize;
    private final PageBytes bytes;
    private final Map<ProcessId, ProcessId> parents = new HashMap<>();
    private final IdentityHashMap<PageContent, List<PageView.Piece>> pieces = new IdentityHashMap<>();

    /** The entries at the moment before: by process, the page by its number in the address space. */
    private Map<ProcessId, Map<Long, Long>> entriesBefore = Map.of();

    private Map<FrameId, PageContent> contentBefore = Map.of();

    /**
     * One moment.
     *
     * @param processes those there have been so far
     * @param pages those that some process or file refers to
     * @param files those with a name
     */
    record Shown(List<ProcessView> processes, List<PageView> pages, List<FileView> files) {}

    Snapshots(Recording recording) {
        this.recording = recording;
        this.bindings = new Bindings(recording);
        this.pageSize = recording.pageSize();
        this.bytes = new PageBytes(pageSize.bytes());
        for (Act act : recording.acts()) {
            if (act.operation() instanceof Fork fork && act.outcome().succeeded()) {
                parents.put(fork.child(), fork.process());
            }
        }
    }

    /**
     * What can be seen when {@code acts} acts have been performed; no fewer than at the last call.
     */
    Shown next(int acts) {
        Machine machine = recording.before(acts);
        Map<FrameId, Integer> references = references(machine);
        Map<ProcessId, Map<Long, Long>> entries = new HashMap<>();
        List<ProcessView> processes = new ArrayList<>();
        for (ProcessState process : machine.processes().values()) {
            Map<Long, Long> own = new HashMap<>();
            entries.put(process.id(), own);
            processes.add(process(acts, machine, process, references, own));
        }
        List<FileView> files = new ArrayList<>();
        Map<FrameId, PageView> pages = new TreeMap<>();
        for (FileState file : machine.files().values()) {
            file.pages().forEach((index, frame) -> page(pages, machine, frame, references, named(file), index));
            if (!file.id().nameless()) {
                files.add(file(machine, file));
            }
        }
        Set<FrameId> pointedAt = new HashSet<>();
        for (Map<Long, Long> own : entries.values()) {
            own.values().forEach(number -> pointedAt.add(new FrameId(number)));
        }
        for (FrameId frame : pointedAt) {
            page(pages, machine, frame, references, Optional.empty(), 0);
        }
        entriesBefore = entries;
        contentBefore = contents(machine);
        return new Shown(processes, new ArrayList<>(pages.values()), files);
    }

    private static Map<FrameId, PageContent> contents(Machine machine) {
        Map<FrameId, PageContent> contents = new HashMap<>();
        machine.memory().frames().forEach((id, frame) -> contents.put(id, frame.content()));
        return contents;
    }

    /** How many page-table entries point at each page, and one more for the page cache. */
    private static Map<FrameId, Integer> references(Machine machine) {
        Map<FrameId, Integer> references = new HashMap<>();
        for (ProcessState process : machine.processes().values()) {
            process.space()
                    .table()
                    .forEach(0, Long.MAX_VALUE, (page, frame) -> references.merge(frame, 1, Integer::sum));
        }
        for (FileState file : machine.files().values()) {
            file.pages().values().forEach(frame -> references.merge(frame, 1, Integer::sum));
        }
        return references;
    }

    private Optional<String> named(FileState file) {
        return Optional.ofNullable(file.named()).map(this::name);
    }

    private String name(FileId file) {
        return recording.trace().files().getOrDefault(file, "shared memory");
    }

    private String name(ProcessId process) {
        return recording.trace().processes().getOrDefault(process, "process " + process.number());
    }

    private ProcessView process(
            int acts, Machine machine, ProcessState process, Map<FrameId, Integer> references, Map<Long, Long> own) {
        List<ProcessView.MappingView> mappings = new ArrayList<>();
        for (Mapping mapping : process.space().mappings().values()) {
            mappings.add(mapping(acts, machine, process, mapping, references, own));
        }
        return new ProcessView(
                name(process.id()),
                Optional.ofNullable(parents.get(process.id())).map(this::name),
                process.status().alive(),
                status(process.status()),
                bindings.of(acts, process.id()).stream()
                        .map(range -> new ProcessView.Name(range.name(), range.start(), range.end()))
                        .toList(),
                mappings);
    }

    private static String status(ProcessStatus status) {
        if (status instanceof ProcessStatus.Exited exited) {
            return "exited with code " + exited.code();
        }
        return status instanceof ProcessStatus.Killed killed ? "killed by " + killed.signal() : "running";
    }

    private ProcessView.MappingView mapping(
            int acts,
            Machine machine,
            ProcessState process,
            Mapping mapping,
            Map<FrameId, Integer> references,
            Map<Long, Long> own) {
        List<ProcessView.Entry> entries = new ArrayList<>();
        long[] more = new long[1];
        Map<Long, Long> before = entriesBefore.getOrDefault(process.id(), Map.of());
        long first = pageSize.number(mapping.start());
        process.space().table().forEach(first, pageSize.number(mapping.end()), (page, frame) -> {
            if (entries.size() == ProcessView.MappingView.MOST_ENTRIES) {
                more[0]++;
                return;
            }
            own.put(page, frame.number());
            entries.add(new ProcessView.Entry(
                    page - first,
                    place(acts, process.id(), pageSize.address(page)),
                    frame.number(),
                    allowed(machine, process, mapping, frame, references.getOrDefault(frame, 0))
                            .letters(),
                    Optional.ofNullable(before.get(page))));
        });
        FileId file = mapping.file();
        return new ProcessView.MappingView(
                names(acts, process.id(), mapping),
                mapping.start(),
                pageSize.number(mapping.length()),
                mapping.protection().letters(),
                mapping.shared(),
                file == null ? Optional.empty() : named(machine.file(file)),
                mapping.anonymous() ? 0 : mapping.offset(),
                file == null ? pageSize.number(mapping.length()) : inFile(mapping, machine.file(file)),
                mapping.flags().stream().map(VmFlag::inSmaps).toList(),
                entries,
                more[0]);
    }

    private long inFile(Mapping mapping, FileState file) {
        long pages = pageSize.number(mapping.length());
        long left = pageSize.number(pageSize.ceil(file.size())) - mapping.filePage(mapping.start(), pageSize);
        return Math.max(0, Math.min(pages, left));
    }

    /**
     * What an entry allows. A store to private memory faults unless the page is the process's own: not the zero page, nor a
     * page of a file, nor one that another process has, or has had since the last fork, until a store finds that it is the
     * last (mm/memory.c, wp_can_reuse_anon_folio).
     */
    private static Protection allowed(
            Machine machine, ProcessState process, Mapping mapping, FrameId id, int references) {
        Protection prot = mapping.protection();
        Frame frame = machine.memory().frame(id);
        boolean own = frame != null && !frame.cached() && references == 1 && frame.generation() == process.generation();
        return mapping.shared() || own ? prot : new Protection(prot.read(), false, prot.execute());
    }

    private String place(int acts, ProcessId process, long address) {
        Bindings.Range range = bindings.nearest(acts, process, address);
        return range == null
                ? "0x" + Long.toHexString(address)
                : Sizes.place(range.name(), address - range.start(), pageSize);
    }

    private List<String> names(int acts, ProcessId process, Mapping mapping) {
        return bindings.of(acts, process).stream()
                .filter(range -> range.start() < mapping.end() && range.end() > mapping.start())
                .sorted((one, other) -> Long.compare(one.start(), other.start()))
                .map(Bindings.Range::name)
                .toList();
    }

    private void page(
            Map<FrameId, PageView> pages,
            Machine machine,
            FrameId id,
            Map<FrameId, Integer> references,
            Optional<String> file,
            long index) {
        pages.computeIfAbsent(id, none -> {
            PageContent content = machine.memory().content(id, pageSize);
            PageContent before = id.isZeroPage() ? content : contentBefore.get(id);
            return new PageView(
                    id.number(),
                    id.isZeroPage() ? 0 : references.getOrDefault(id, 0),
                    file,
                    index,
                    pieces.computeIfAbsent(content, bytes::pieces),
                    before == null,
                    before == null ? List.of() : bytes.changed(before, content));
        });
    }

    private FileView file(Machine machine, FileState file) {
        List<FileView.CachedPage> cached = new ArrayList<>();
        file.pages()
                .forEach((index, frame) -> cached.add(new FileView.CachedPage(
                        index, frame.number(), file.kind().hasDisk() && isDirty(machine, file, index, frame))));
        List<FileView.DiskPage> onDisk = new ArrayList<>();
        file.disk().pages().forEach((index, content) -> {
            List<PageView.Piece> shown = pieces.computeIfAbsent(content, bytes::pieces);
            if (!shown.isEmpty()) {
                onDisk.add(new FileView.DiskPage(index, shown));
            }
        });
        return new FileView(
                name(file.id()),
                file.kind().word(),
                file.linked(),
                file.size(),
                cached,
                file.kind().hasDisk(),
                file.disk().size(),
                onDisk);
    }

    private boolean isDirty(Machine machine, FileState file, long index, FrameId frame) {
        PageContent there = file.disk().pages().getOrDefault(index, PageContent.zeros(pageSize.bytes()));
        return !bytes.changed(there, machine.memory().content(frame, pageSize)).isEmpty();
    }
}
