package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.FileBytes;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageContent;
import io.github.mmaplab.kernel.memory.PageTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A kernel whose state is a {@link Machine}: it holds the current one, and replaces it at each operation. */
public final class SimulatedKernel implements Kernel {

    private Machine machine;

    /** Goes on from {@code machine}. */
    public SimulatedKernel(Machine machine) {
        this.machine = machine;
    }

    /** Linux, just started. */
    public static SimulatedKernel linux(PageSize pageSize) {
        return new SimulatedKernel(Machine.boot(pageSize, Rules.LINUX));
    }

    /** The state it is in. */
    public Machine machine() {
        return machine;
    }

    @Override
    public Optional<Kernel> copy() {
        return Optional.of(new SimulatedKernel(machine));
    }

    @Override
    public PageSize pageSize() {
        return machine.pageSize();
    }

    @Override
    public Completion perform(Operation operation) {
        Transition transition = operation.applyTo(machine);
        machine = transition.machine();
        return new Completion(transition.outcome(), transition.events());
    }

    /**
     * Puts bytes where a process reads them, also in a page that others have, to try what these bytes would change.
     * Nothing happens past the first page that the process can't read.
     */
    public void suppose(ProcessId process, long address, Data data) {
        perform(new Load(process, address, data.length(), OnSignal.HANDLE));
        Draft draft = new Draft(machine);
        PageSize pageSize = machine.pageSize();
        long done = 0;
        while (done < data.length()) {
            FrameId id = entry(process, address + done);
            Frame frame = id == null ? null : machine.memory().frame(id);
            if (id == null || frame == null) {
                break;
            }
            int offset = pageSize.offset(address + done);
            int count = (int) Math.min(pageSize.bytes() - offset, data.length() - done);
            draft.memory().write(id, frame.content().with(offset, data, done, count));
            done += count;
        }
        machine = draft.seal(Outcome.Ok.ZERO).machine();
        if (done < data.length() && FrameId.ZERO.equals(entry(process, address + done))) {
            perform(new Store(process, address, data, OnSignal.HANDLE));
        }
    }

    @Override
    public Optional<MappingView> mapping(ProcessId process, long address) {
        Mapping mapping = find(process, address);
        return mapping == null ? Optional.empty() : Optional.of(view(mapping));
    }

    @Override
    public List<MappingView> mappings(ProcessId process) {
        List<MappingView> views = new ArrayList<>();
        for (Mapping mapping : machine.process(process).space().mappings().values()) {
            views.add(view(mapping));
        }
        return views;
    }

    @Override
    public Answer<FrameId> frame(ProcessId process, long address) {
        FrameId frame = entry(process, address);
        return frame == null ? new Answer.Unknown<>("no page has been touched there") : new Answer.Known<>(frame);
    }

    @Override
    public Answer<Boolean> resident(ProcessId process, long address) {
        Mapping mapping = find(process, address);
        boolean present = entry(process, address) != null;
        if (!present && mapping != null && mapping.file() != null) {
            long page = mapping.filePage(address, machine.pageSize());
            present = machine.file(mapping.file()).pages().containsKey(page);
        }
        return new Answer.Known<>(present);
    }

    @Override
    public Answer<Boolean> locked(ProcessId process, long address) {
        Mapping mapping = machine.process(process).space().find(address);
        return new Answer.Known<>(mapping != null && mapping.locked());
    }

    @Override
    public Answer<Long> rss(ProcessId process, long address) {
        Mapping mapping = machine.process(process).space().find(address);
        if (mapping == null) {
            throw new IllegalArgumentException("nothing is mapped at 0x" + Long.toHexString(address));
        }
        return new Answer.Known<>(machine.process(process).space().inMemory(mapping, machine.pageSize()));
    }

    @Override
    public ProcessStatus status(ProcessId process) {
        return machine.process(process).status();
    }

    @Override
    public Optional<FileId> named(NameId name) {
        return Optional.ofNullable(machine.names().get(name));
    }

    @Override
    public boolean exists(FileId file) {
        return !machine.file(file).destroyed();
    }

    @Override
    public long attached(FileId segment) {
        return machine.file(segment).mappings();
    }

    @Override
    public long size(FileId file) {
        return machine.file(file).size();
    }

    @Override
    public Answer<Optional<Rest>> rest(FileId id, long from) {
        FileState file = machine.file(id);
        return rest(new FileBytes<>(machine.pageSize(), file.size(), file.pages(), this::content), from);
    }

    @Override
    public Answer<Data> onDisk(FileId id, long from, int count) {
        return new Answer.Known<>(disk(id).read(from, count));
    }

    @Override
    public Answer<Optional<Rest>> restOnDisk(FileId id, long from) {
        return rest(disk(id), from);
    }

    private FileBytes<PageContent> disk(FileId id) {
        FileState.Disk disk = machine.file(id).disk();
        return new FileBytes<>(machine.pageSize(), disk.size(), disk.pages(), page -> page);
    }

    private @Nullable PageContent content(FrameId id) {
        Frame frame = machine.memory().frame(id);
        return frame == null ? null : frame.content();
    }

    private static Answer<Optional<Rest>> rest(FileBytes<?> bytes, long from) {
        OptionalLong first = bytes.nonZero(from);
        return new Answer.Known<>(
                first.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Rest(first.getAsLong(), bytes.read(first.getAsLong(), Rest.MOST_BYTES))));
    }

    @Override
    public Answer<MemoryUse> memoryUse() {
        return new Answer.Known<>(new MemoryUse(machine.memory().frames().size(), machine.copies()));
    }

    @Override
    public Snapshot snapshot() {
        Map<ProcessId, Snapshot.ProcessView> processes = new TreeMap<>();
        for (ProcessState process : machine.processes().values()) {
            Pages pages = new Pages(machine, process);
            process.space().table().forEach(0, Long.MAX_VALUE, pages);
            processes.put(
                    process.id(), new Snapshot.ProcessView(process.status(), mappings(process.id()), pages.views));
        }
        Map<FileId, Long> sizes = new TreeMap<>();
        for (FileState file : machine.files().values()) {
            if (!file.id().nameless()) {
                sizes.put(file.id(), file.size());
            }
        }
        return new Snapshot(processes, sizes);
    }

    /** Collects the entries of a page table. */
    private record Pages(Machine machine, ProcessState process, List<Snapshot.PageView> views)
            implements PageTable.Visitor {
        Pages(Machine machine, ProcessState process) {
            this(machine, process, new ArrayList<>());
        }

        @Override
        public void entry(long page, FrameId id) {
            long address = machine.pageSize().address(page);
            Mapping mapping = process.space().find(address);
            boolean readable = mapping != null && mapping.protection().read();
            Frame frame = machine.memory().frame(id);
            long fingerprint = frame == null
                    ? 0
                    : process.sees(mapping, id, frame.content()).fingerprint();
            views.add(new Snapshot.PageView(
                    address, Optional.of(id), readable ? OptionalLong.of(fingerprint) : OptionalLong.empty()));
        }
    }

    private @Nullable Mapping find(ProcessId process, long address) {
        return machine.process(process).space().find(address);
    }

    private @Nullable FrameId entry(ProcessId process, long address) {
        return machine.process(process).space().frame(machine.pageSize().number(address));
    }

    private MappingView view(Mapping mapping) {
        FileId file = mapping.file();
        FileId named = file == null ? null : machine.file(file).named();
        long offset = file == null ? 0 : mapping.offset();
        return new MappingView(
                mapping.start(),
                mapping.length(),
                mapping.protection(),
                mapping.shared(),
                Optional.ofNullable(named),
                offset);
    }
}
