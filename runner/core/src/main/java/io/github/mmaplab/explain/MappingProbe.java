package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.run.Sizes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is mapped at a place: whether anything is, its protection, and whether it is shared. */
record MappingProbe(MemoryProbe memory) implements Probe {

    /** The Rss of what Linux may map more of than what was touched. */
    static final String NOT_DETERMINED = "not determined: Linux may map more of a file or of shared memory";

    private @Nullable Mapping mapping(Machine machine) {
        ProcessState process = machine.processes().get(memory.process());
        return process == null ? null : process.space().find(memory.address());
    }

    /** Whether the page at the place is in memory, as mincore(2) reports it. */
    ValueProbe resident() {
        return new ValueProbe(this, memory.recording().end(), "the page at " + memory.place(), this::isResident);
    }

    /** Whether the page at the place is locked into memory. */
    ValueProbe locked() {
        return new ValueProbe(this, memory.recording().end(), "the page at " + memory.place(), this::isLocked);
    }

    /** How much of the mapping at the place is in memory. */
    ValueProbe rss() {
        return new ValueProbe(
                this, memory.recording().end(), "the rss of the mapping at " + memory.place(), this::rssIn);
    }

    private String rssIn(Machine machine) {
        Mapping mapping = mapping(machine);
        ProcessState process = machine.processes().get(memory.process());
        if (process == null) {
            return "that of no process";
        } else if (mapping == null) {
            return "that of no mapping";
        }
        return determinesRss(mapping)
                ? Sizes.text(process.space().inMemory(mapping, machine.pageSize()), machine.pageSize())
                : NOT_DETERMINED;
    }

    /** Whether what is in memory of a mapping is what was touched. */
    static boolean determinesRss(Mapping mapping) {
        return mapping.file() == null;
    }

    private String isLocked(Machine machine) {
        Mapping mapping = mapping(machine);
        if (mapping == null) {
            return machine.processes().containsKey(memory.process()) ? "not mapped" : "of no process";
        }
        return mapping.locked() ? "locked" : "not locked";
    }

    private String isResident(Machine machine) {
        ProcessState process = machine.processes().get(memory.process());
        Mapping mapping = mapping(machine);
        if (process == null) {
            return "of no process";
        } else if (mapping == null) {
            return "not mapped";
        }
        boolean entry = process.space().frame(machine.pageSize().number(memory.address())) != null;
        boolean cached = mapping.file() != null
                && machine.file(mapping.file())
                        .pages()
                        .containsKey(mapping.filePage(memory.address(), machine.pageSize()));
        return entry || cached ? "in memory" : "not in memory";
    }

    @Override
    public Object seen(Replay.Played played) {
        if (!played.end().processes().containsKey(memory.process())) {
            return "no process";
        }
        Mapping mapping = mapping(played.end());
        return mapping == null ? "unmapped" : Arrays.asList(mapping.protection(), mapping.shared(), origin(mapping));
    }

    /** What a mapping shows, for comparing: the numbers of files without a name mean nothing by themselves. */
    static Object origin(Mapping mapping) {
        FileId file = mapping.file();
        return file == null || file.nameless() ? "anonymous" : Arrays.asList(file, mapping.offset() - mapping.start());
    }

    @Override
    public Watch watch() {
        return memory.watch();
    }

    @Override
    public List<MemoryProbe> places() {
        return List.of(memory);
    }

    @Override
    public String answer(Words words) {
        Mapping mapping = mapping(memory.recording().end());
        return mapping == null
                ? "nothing is mapped at " + memory.place()
                : memory.place() + " is " + words.names().mapping(mapping.file(), mapping.shared()) + ", "
                        + Clauses.protection(mapping.protection());
    }

    @Override
    public List<State> states() {
        List<State> states = new States(memory.recording()).allowed(memory.process(), memory.address());
        return states.isEmpty() ? memory.states() : states;
    }
}
