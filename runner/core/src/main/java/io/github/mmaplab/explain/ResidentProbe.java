package io.github.mmaplab.explain;

import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.List;

/** Whether the page at a place is in memory, as mincore(2) tells. */
record ResidentProbe(MemoryProbe memory) implements Probe {

    private String on(Machine machine) {
        ProcessState process = machine.processes().get(memory.process());
        Mapping mapping = process == null ? null : process.space().find(memory.address());
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
        return on(played.end());
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
        return "the page at " + memory.place() + " is " + on(memory.recording().end());
    }

    @Override
    public List<State> states() {
        return new MappingProbe(memory).states();
    }
}
