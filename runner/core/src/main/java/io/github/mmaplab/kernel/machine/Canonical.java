package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.kernel.disk.History;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What decides how a machine goes on. Two machines of the same rules with equal canonical forms give equal outcomes to all
 * operations, now and later: they differ in the numbers of physical pages, nameless files, opens, families and generations,
 * which only count what happened before. Here, these are numbered as they come up from the first process on.
 *
 * <p>What never changes of a file, its kind and its permissions, is not part of it, and neither is what follows from the
 * rest: how often a page or a file is referred to.
 */
public final class Canonical {
    /** What a canonical form consists of. */
    public enum Part {
        /** Whether each process runs, or how it ended. */
        STATUS,
        /** Which processes and pages are of one generation. */
        GENERATIONS,
        /** How much processes may map and lock, and what they lock in the future. */
        LIMITS,
        /** What processes have stored and other processes do not see yet. */
        HELD,
        /** Where mappings begin and end. */
        RANGES,
        /** Their protections, and which they may get. */
        PROTECTIONS,
        /** Whether they are shared. */
        SHARING,
        /** Of which file they are, and where in it. */
        FILES,
        /** Which of them, and of the open files, came from one open of a file. */
        OPENS,
        /** What file descriptors refer to. */
        DESCRIPTORS,
        /** What else they have. */
        FLAGS,
        /** Which of them have private pages of one family. */
        FAMILIES,
        /** To which physical page each page-table entry points. */
        ENTRIES,
        /** How long heaps are. */
        HEAP,
        /** Which pages have guards. */
        GUARDS,
        /** The bytes of physical pages, and whether they are pages of files. */
        CONTENT,
        /** Whether a physical page is given up. */
        GIVEN_UP,
        /** The sizes of files. */
        SIZES,
        /** Which files have names, and which names. */
        NAMES,
        /** What can no longer be done to files. */
        SEALS,
        /** Which pages of files are in the page cache. */
        PAGE_CACHE,
        /** What is on disk. */
        DISKS,
        /** What else may be on the disk. */
        HISTORY,
        /** How many pages have been copied. */
        COPIES
    }

    private Canonical() {}

    /**
     * The canonical form of a machine: what there is to say of each process, of each file, and of the whole. Most machines
     * that follow one from the other differ in few of these.
     *
     * @param without what is left out, because nothing that follows depends on it
     */
    public static List<List<Object>> of(Machine machine, Set<Part> without) {
        return new Writer(machine, without).write();
    }

    /** Numbers things as they come up. */
    private static final class Numbering<T> {
        private final Map<T, Integer> numbers = new HashMap<>();

        /** Whether this one had no number yet. */
        boolean isNew(T thing) {
            return !numbers.containsKey(thing);
        }

        Integer of(T thing) {
            Integer number = numbers.get(thing);
            if (number == null) {
                number = numbers.size();
                numbers.put(thing, number);
            }
            return number;
        }
    }

    /** Writes the form of one machine. */
    private static final class Writer {
        private final Machine machine;
        private final Set<Part> without;
        private final List<List<Object>> form = new ArrayList<>();
        private List<Object> parts = new ArrayList<>();
        private final Numbering<FrameId> frames = new Numbering<>();
        private final Numbering<FileId> nameless = new Numbering<>();
        private final Numbering<Long> opens = new Numbering<>();
        private final Numbering<Long> families = new Numbering<>();
        private final Numbering<Long> generations = new Numbering<>();
        private final List<FileId> met = new ArrayList<>();

        Writer(Machine machine, Set<Part> without) {
            this.machine = machine;
            this.without = without;
        }

        List<List<Object>> write() {
            frames.of(FrameId.ZERO);
            for (ProcessState process : machine.processes().values()) {
                process(process);
                end();
            }
            for (FileState file : machine.files().values()) {
                if (!file.id().nameless()) {
                    file(file);
                    end();
                }
            }
            for (int i = 0; i < met.size(); i++) {
                file(machine.file(met.get(i)));
                end();
            }
            add(Part.NAMES, machine.names());
            History history = machine.history();
            if (history != null) {
                add(Part.HISTORY, history.canonical());
            }
            add(Part.COPIES, machine.copies());
            end();
            return form;
        }

        /** Ends what there is to say of one thing. */
        private void end() {
            form.add(parts);
            parts = new ArrayList<>();
        }

        private void add(Part part, Object value) {
            if (!without.contains(part)) {
                parts.add(value);
            }
        }

        private void process(ProcessState process) {
            parts.add(process.id());
            add(Part.STATUS, process.status());
            add(Part.GENERATIONS, generations.of(process.generation()));
            if (!process.limits().equals(Limits.USUAL) || !process.locksNew().isEmpty()) {
                add(Part.LIMITS, process.limits());
                add(Part.LIMITS, process.locksNew());
            }
            for (Mapping mapping : process.space().mappings().values()) {
                mapping(mapping);
            }
            parts.add(process.space().mappings().size());
            process.space().table().forEach(0, Long.MAX_VALUE, (page, frame) -> {
                add(Part.ENTRIES, page);
                frame(Part.ENTRIES, frame);
            });
            if (process.space().heap() != 0) {
                add(Part.HEAP, process.space().heap());
            }
            if (!process.space().guards().isEmpty()) {
                add(Part.GUARDS, process.space().guards());
            }
            if (!without.contains(Part.DESCRIPTORS)) {
                process.descriptors().forEach(this::descriptor);
            }
            process.held().pages().forEach((frame, page) -> {
                add(Part.HELD, frames.of(frame));
                add(Part.HELD, page.index());
                add(Part.HELD, page.address());
                add(Part.HELD, file(page.file()));
                add(Part.HELD, page.pieces());
            });
        }

        private void descriptor(DescriptorId descriptor, OpenFile open) {
            parts.add(descriptor);
            parts.add(open.file());
            parts.add(open.mode());
            parts.add(open.appends());
            add(Part.OPENS, opens.of(open.opened()));
        }

        private void mapping(Mapping mapping) {
            add(Part.RANGES, mapping.start());
            add(Part.RANGES, mapping.end());
            add(Part.PROTECTIONS, mapping.protection());
            add(Part.PROTECTIONS, mapping.mayWrite());
            add(Part.SHARING, mapping.shared());
            FileId file = mapping.file();
            if (file != null) {
                add(Part.FILES, file(file));
            }
            add(Part.FILES, mapping.offset());
            add(Part.OPENS, opens.of(mapping.opened()));
            add(Part.FLAGS, mapping.flags());
            add(
                    Part.FAMILIES,
                    mapping.family().exists() ? families.of(mapping.family().number()) : -1);
            add(Part.FAMILIES, mapping.family().inherited());
        }

        /** A file that has a name is itself; another one has a number by when it is met. */
        private Object file(FileId id) {
            if (!id.nameless()) {
                return id;
            }
            if (nameless.isNew(id)) {
                met.add(id);
            }
            return nameless.of(id);
        }

        /** That something points to a physical page; with what points to it, the page is left out too. */
        private void frame(Part part, FrameId id) {
            if (without.contains(part)) {
                return;
            }
            boolean first = frames.isNew(id);
            add(part, frames.of(id));
            Frame frame = first ? machine.memory().frame(id) : null;
            if (frame != null) {
                add(Part.CONTENT, frame.content());
                add(Part.CONTENT, frame.cached());
                add(Part.GENERATIONS, frame.cached() ? -1 : generations.of(frame.generation()));
                add(Part.GIVEN_UP, frame.givenUp());
            }
        }

        private void file(FileState file) {
            add(Part.SIZES, file.size());
            add(Part.NAMES, file.linked());
            add(Part.SEALS, file.seals());
            FileId original = file.copyOf();
            if (original != null) {
                add(Part.FILES, original);
            }
            file.pages().forEach((page, frame) -> {
                add(Part.PAGE_CACHE, page);
                frame(Part.PAGE_CACHE, frame);
            });
            add(Part.DISKS, file.disk());
        }
    }
}
