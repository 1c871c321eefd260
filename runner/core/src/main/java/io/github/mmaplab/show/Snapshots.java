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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            for (Map.Entry<Long, FrameId> page : file.pages().entrySet()) {
                page(pages, machine, page.getValue(), references, named(file), page.getKey());
            }
            if (!file.id().nameless() && !file.destroyed()) {
                files.add(file(machine, file));
            }
        }
        for (Map<Long, Long> own : entries.values()) {
            for (long number : own.values()) {
                page(pages, machine, new FrameId(number), references, Optional.empty(), 0);
            }
        }
        entriesBefore = entries;
        contentBefore = contents(machine);
        return new Shown(processes, new ArrayList<>(pages.values()), files);
    }

    private static Map<FrameId, PageContent> contents(Machine machine) {
        Map<FrameId, PageContent> contents = new HashMap<>();
        for (Map.Entry<FrameId, Frame> frame : machine.memory().frames().entrySet()) {
            contents.put(frame.getKey(), frame.getValue().content());
        }
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
            for (FrameId frame : file.pages().values()) {
                references.merge(frame, 1, Integer::sum);
            }
        }
        return references;
    }

    private Optional<String> named(FileState file) {
        FileId name = file.named();
        return name == null ? Optional.empty() : Optional.of(name(name));
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
        List<ProcessView.Name> names = new ArrayList<>();
        for (Bindings.Range range : bindings.of(acts, process.id())) {
            names.add(new ProcessView.Name(range.name(), range.start(), range.end()));
        }
        ProcessId parent = parents.get(process.id());
        return new ProcessView(
                name(process.id()),
                parent == null ? Optional.empty() : Optional.of(name(parent)),
                process.status().alive(),
                status(process.status()),
                names,
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
        List<String> flags = new ArrayList<>();
        for (VmFlag flag : mapping.flags()) {
            flags.add(flag.inSmaps());
        }
        return new ProcessView.MappingView(
                names(acts, process.id(), mapping),
                mapping.start(),
                pageSize.number(mapping.length()),
                mapping.protection().letters(),
                mapping.shared(),
                file == null ? Optional.empty() : named(machine.file(file)),
                mapping.anonymous() ? 0 : mapping.offset(),
                file == null ? pageSize.number(mapping.length()) : inFile(mapping, machine.file(file)),
                flags,
                entries,
                more[0],
                guards(process, mapping));
    }

    private List<Long> guards(ProcessState process, Mapping mapping) {
        long first = pageSize.number(mapping.start());
        return process.space().guards(first, pageSize.number(mapping.end())).stream()
                .limit(ProcessView.MappingView.MOST_ENTRIES)
                .map(page -> page - first)
                .toList();
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
        List<Bindings.Range> ranges = new ArrayList<>();
        for (Bindings.Range range : bindings.of(acts, process)) {
            if (range.start() < mapping.end() && range.end() > mapping.start()) {
                ranges.add(range);
            }
        }
        ranges.sort((one, other) -> Long.compare(one.start(), other.start()));
        List<String> names = new ArrayList<>();
        for (Bindings.Range range : ranges) {
            names.add(range.name());
        }
        return names;
    }

    private void page(
            Map<FrameId, PageView> pages,
            Machine machine,
            FrameId id,
            Map<FrameId, Integer> references,
            Optional<String> file,
            long index) {
        if (pages.containsKey(id)) {
            return;
        }
        PageContent content = machine.memory().content(id, pageSize);
        PageContent before = id.isZeroPage() ? content : contentBefore.get(id);
        PageView page = new PageView(
                id.number(),
                id.isZeroPage() ? 0 : references.getOrDefault(id, 0),
                file,
                index,
                pieces(content),
                before == null,
                before == null ? List.of() : bytes.changed(before, content));
        pages.put(id, page);
    }

    /** What is in a page, which is looked at once. */
    private List<PageView.Piece> pieces(PageContent content) {
        List<PageView.Piece> known = pieces.get(content);
        if (known == null) {
            known = bytes.pieces(content);
            pieces.put(content, known);
        }
        return known;
    }

    private FileView file(Machine machine, FileState file) {
        boolean hasDisk = file.kind().hasDisk();
        List<FileView.CachedPage> cached = new ArrayList<>();
        for (Map.Entry<Long, FrameId> page : file.pages().entrySet()) {
            boolean dirty = hasDisk && isDirty(machine, file, page.getKey(), page.getValue());
            cached.add(new FileView.CachedPage(page.getKey(), page.getValue().number(), dirty));
        }
        List<FileView.DiskPage> onDisk = new ArrayList<>();
        for (Map.Entry<Long, PageContent> page : file.disk().pages().entrySet()) {
            List<PageView.Piece> shown = pieces(page.getValue());
            if (!shown.isEmpty()) {
                onDisk.add(new FileView.DiskPage(page.getKey(), shown));
            }
        }
        return new FileView(
                name(file.id()),
                file.kind().word(),
                file.linked(),
                file.size(),
                cached,
                hasDisk,
                file.disk().size(),
                onDisk);
    }

    private boolean isDirty(Machine machine, FileState file, long index, FrameId frame) {
        PageContent there = file.disk().pages().getOrDefault(index, PageContent.zeros(pageSize.bytes()));
        return !bytes.changed(there, machine.memory().content(frame, pageSize)).isEmpty();
    }
}
