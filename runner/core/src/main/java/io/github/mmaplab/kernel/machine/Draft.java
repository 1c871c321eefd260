package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.disk.Change;
import io.github.mmaplab.kernel.disk.History;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.MemoryDraft;
import io.github.mmaplab.kernel.memory.PageContent;
import io.github.mmaplab.kernel.memory.VmFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The next machine while one operation makes it. Lives as long as the operation; the machine it started from stays as
 * it is.
 */
public final class Draft {

    /** One operation touches at most 1 GiB of pages of 4096 bytes: what it costs follows what it touches. */
    public static final int MOST_PAGES = 1 << 18;

    /** How many physical pages there may be in all: what one operation can make is half of it. */
    private static final int MOST_PAGES_IN_USE = 1 << 19;

    private final Machine origin;
    private final MemoryDraft memory;
    private final List<Event> events = new ArrayList<>();
    private PMap<ProcessId, ProcessState> processes;
    private PMap<FileId, FileState> files;
    private PMap<NameId, FileId> names;
    private @Nullable History history;
    private final List<Change> changes = new ArrayList<>(0);
    private long copies;
    private int nameless;
    private long opened;
    private long family;
    private long generation;

    /** Starts from {@code machine}. */
    public Draft(Machine machine) {
        origin = machine;
        memory = new MemoryDraft(machine.memory());
        processes = machine.processes();
        files = machine.files();
        names = machine.names();
        history = machine.history();
        copies = machine.copies();
        nameless = machine.counters().nameless();
        opened = machine.counters().opened();
        family = machine.counters().family();
        generation = machine.counters().generation();
    }

    /** The result. A refused operation changes nothing. */
    public Transition seal(Outcome outcome) {
        if (outcome instanceof Outcome.Refused) {
            return new Transition(origin, outcome, List.of());
        }
        if (memory.framesInUse() > MOST_PAGES_IN_USE) {
            String what = "using more than " + MOST_PAGES_IN_USE + " physical pages";
            return new Transition(origin, new Outcome.Refused(what), List.of());
        }
        Machine.Counters counters = new Machine.Counters(nameless, opened, family, generation);
        History followed =
                history == null ? null : history.after(new History.State(files, this::content, names), changes);
        Machine machine = new Machine(
                origin.rules(), origin.pageSize(), processes, files, names, memory.seal(), copies, counters, followed);
        return new Transition(machine, outcome, Collections.unmodifiableList(events));
    }

    /** Whether this kernel obeys the rule. */
    public boolean holds(Rule rule) {
        return origin.rules().hold(rule);
    }

    /** Whether the myth is true of this kernel. */
    public boolean believes(Myth myth) {
        return origin.rules().believe(myth);
    }

    /** Whether the machine has the trait. */
    public boolean has(Trait trait) {
        return origin.rules().have(trait);
    }

    /** The largest size that a file of a kind can have, in bytes. */
    public long largest(FileKind kind) {
        return has(Trait.LARGEST_FILE) ? kind.largest() : Long.MAX_VALUE;
    }

    /** The size of a page. */
    public PageSize pageSize() {
        return origin.pageSize();
    }

    /** The physical pages. */
    public MemoryDraft memory() {
        return memory;
    }

    /** Notes that something happened. */
    public void note(Event event) {
        events.add(event);
    }

    /** The process as it is now. */
    public ProcessState process(ProcessId id) {
        ProcessState process = processes.get(id);
        if (process == null) {
            throw new IllegalArgumentException("there is no " + id);
        }
        return process;
    }

    /** All processes, running and ended. */
    public Collection<ProcessState> processes() {
        return processes.values();
    }

    /** The address space of a process as it is now. */
    public AddressSpace space(ProcessId id) {
        return process(id).space();
    }

    /** Gives a process another address space. */
    public void space(ProcessId id, AddressSpace space) {
        processes = processes.plus(id, process(id).with(space));
    }

    /**
     * A process begins to run, without open files.
     *
     * @throws IllegalArgumentException if the number was used before
     */
    public void start(ProcessId id, AddressSpace space) {
        start(id, space, TreePMap.empty());
    }

    /**
     * A process begins to run.
     *
     * @param descriptors its open files
     * @throws IllegalArgumentException if the number was used before
     */
    public void start(ProcessId id, AddressSpace space, PMap<DescriptorId, OpenFile> descriptors) {
        if (processes.containsKey(id)) {
            throw new IllegalArgumentException("there is a " + id + " already");
        }
        processes = processes.plus(id, ProcessState.started(id, space, generation++, descriptors));
    }

    /** What a descriptor of a process refers to; null if it is not open. */
    public @Nullable OpenFile opened(ProcessId id, DescriptorId descriptor) {
        return process(id).descriptors().get(descriptor);
    }

    /** A descriptor of a process refers to an open file from now on. */
    public void open(ProcessId id, DescriptorId descriptor, OpenFile file) {
        ProcessState process = process(id);
        processes =
                processes.plus(id, process.withDescriptors(process.descriptors().plus(descriptor, file)));
    }

    /** A descriptor of a process refers to nothing any more. */
    public void close(ProcessId id, DescriptorId descriptor) {
        ProcessState process = process(id);
        processes =
                processes.plus(id, process.withDescriptors(process.descriptors().minus(descriptor)));
    }

    /** Changes how much a process may map and lock. */
    public void limits(ProcessId id, Limits limits) {
        processes = processes.plus(id, process(id).withLimits(limits));
    }

    /** Changes which flags every new mapping of a process has. */
    public void locksNew(ProcessId id, Set<VmFlag> flags) {
        processes = processes.plus(id, process(id).withLocksNew(flags));
    }

    /** A process and its parent are from now on of different generations. */
    public void renew(ProcessId id) {
        processes = processes.plus(id, process(id).withGeneration(generation++));
    }

    /** Changes what a process has stored and no other process sees yet. */
    void held(ProcessId id, HeldStores held) {
        processes = processes.plus(id, process(id).withHeld(held));
    }

    /** A process ends; its mappings must be gone already. */
    void end(ProcessId id, ProcessStatus how) {
        processes = processes.plus(id, process(id).ended(how));
    }

    /** Whether there is a file of that number. */
    public boolean exists(FileId id) {
        return files.containsKey(id);
    }

    /** The file as it is now. */
    public FileState file(FileId id) {
        FileState file = files.get(id);
        if (file == null) {
            throw new IllegalArgumentException("there is no " + id);
        }
        return file;
    }

    /** Replaces a file's state, or adds a file. */
    public void file(FileState file) {
        files = files.plus(file.id(), file);
    }

    /** Forgets a nameless file, whose pages must be gone already. */
    void forget(FileId id) {
        files = files.minus(id);
    }

    /** All files. */
    public Collection<FileState> files() {
        return files.values();
    }

    /** The file that a name refers to; null if there is none. */
    public @Nullable FileId named(NameId name) {
        return names.get(name);
    }

    /** A name refers to a file from now on. */
    public void link(NameId name, FileId id) {
        unlink(name);
        names = names.plus(name, id);
        file(file(id).withLinked(true));
    }

    /** Removes a name, if it is there. */
    public void unlink(NameId name) {
        FileId before = names.get(name);
        names = names.minus(name);
        if (before != null) {
            file(file(before).withLinked(names.containsValue(before)));
        }
    }

    /** Whether a mapping is of a System V segment, which counts its mappings as they open and close. */
    public boolean isAttachment(Mapping mapping) {
        FileId file = mapping.file();
        return file != null && file(file).kind() == FileKind.SYSV;
    }

    /** Marks a System V segment for removal; it is destroyed with its last mapping (ipc/shm.c, do_shm_rmid). */
    public void remove(FileId id) {
        file(file(id).withLinked(false));
        destroyUnused(id);
    }

    /** Counts mappings of a file; a System V segment that is marked for removal is destroyed with the last one. */
    public void count(FileId id, int more) {
        file(file(id).withMappings(more));
        destroyUnused(id);
    }

    private void destroyUnused(FileId id) {
        FileState file = file(id);
        if (file.destroyed()) {
            for (FrameId frame : file.pages().values()) {
                memory.release(frame);
            }
            file(file.withPages(TreePMap.empty()));
            for (NameId name : List.copyOf(names.keySet())) {
                names = id.equals(names.get(name)) ? names.minus(name) : names;
            }
        }
    }

    /** From now on, what may have reached the disk is remembered. */
    public void keepHistory(History begun) {
        history = begun;
    }

    /** What may have reached the disk; null if it is not remembered. */
    public @Nullable History history() {
        return history;
    }

    /** Notes for the history what the result does not show. */
    public void note(Change change) {
        changes.add(change);
    }

    private PageContent content(FrameId id) {
        Frame frame = memory.frame(id);
        return frame == null ? PageContent.zeros(pageSize().bytes()) : frame.content();
    }

    /** Makes the nameless file of a shared anonymous mapping of {@code size} bytes. */
    public FileId createNameless(long size) {
        FileId id = new FileId(nameless--);
        file(FileState.empty(id, FileKind.NAMELESS, true, size));
        return id;
    }

    /** Makes an empty file without a name that takes the place of {@code original} for a process. */
    FileId createCopy(FileId original) {
        FileId id = new FileId(nameless--);
        file(file(original).emptyCopy(id));
        return id;
    }

    /** A number for one more open(2) of a file. */
    public long open() {
        return opened++;
    }

    /** A number for one more family of private pages. */
    long newFamily() {
        return family++;
    }

    /** Counts a page that was copied because of a store. */
    void countCopy() {
        copies++;
    }
}
