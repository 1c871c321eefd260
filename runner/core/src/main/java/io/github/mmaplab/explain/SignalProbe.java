package io.github.mmaplab.explain;

import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.State;
import java.util.List;

/** Which signal reading one byte at a place raises, if any. */
record SignalProbe(MemoryProbe memory) implements Probe {

    private Look look() {
        return Look.memory(memory.recording().end(), memory.process(), memory.address(), 1);
    }

    @Override
    public Object seen(Replay.Played played) {
        return Look.memory(played.end(), memory.process(), memory.address(), 1).signal();
    }

    @Override
    public Watch watch() {
        return memory.watch();
    }

    @Override
    public String answer(Words words) {
        Look look = look();
        ProcessId process = memory.process();
        if (look.status() == null || !look.status().alive()) {
            return MemoryProbe.ended(words, process, look.status());
        }
        return look.fault() == null
                ? "reading " + memory.place() + " raises no signal"
                : MemoryProbe.raises(memory.place(), look.fault());
    }

    @Override
    public List<MemoryProbe> places() {
        return List.of(memory);
    }

    @Override
    public List<State> states() {
        List<State> states = look().fault() == null
                ? new States(memory.recording()).allowed(memory.process(), memory.address())
                : List.of();
        return states.isEmpty() ? memory.states() : states;
    }
}
