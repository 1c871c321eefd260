package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether two places are on one physical page. Both are read first, as an expectation reads them. */
record SamePageProbe(MemoryProbe one, MemoryProbe other) implements Probe {

    @Override
    public Object seen(Replay.Played played) {
        return on(played.end());
    }

    private Object on(Machine machine) {
        for (MemoryProbe place : List.of(one, other)) {
            Object signal =
                    Look.memory(machine, place.process(), place.address(), 1).signal();
            if (!signal.equals(List.of("none"))) {
                return signal;
            }
        }
        Machine read = Look.memory(machine, one.process(), one.address(), 1).after();
        read = Look.memory(read, other.process(), other.address(), 1).after();
        FrameId frame = frame(read, one);
        return frame != null && frame.equals(frame(read, other));
    }

    private static @Nullable FrameId frame(Machine machine, MemoryProbe place) {
        return machine.process(place.process()).space().frame(machine.pageSize().number(place.address()));
    }

    @Override
    public Watch watch() {
        List<Watch.Spot> spots = new ArrayList<>(one.watch().spots());
        spots.addAll(other.watch().spots());
        List<Watch.Part> parts = new ArrayList<>(one.watch().parts());
        parts.addAll(other.watch().parts());
        return new Watch(spots, parts);
    }

    @Override
    public String answer(Words words) {
        Object same = on(one.recording().end());
        if (same instanceof Boolean on) {
            return one.place() + " and " + other.place() + " are on "
                    + (on ? "one physical page" : "two physical pages");
        }
        boolean first = !Look.memory(one.recording().end(), one.process(), one.address(), 1)
                .signal()
                .equals(List.of("none"));
        return new SignalProbe(first ? one : other).answer(words);
    }

    @Override
    public List<MemoryProbe> places() {
        return List.of(one, other);
    }

    @Override
    public List<State> states() {
        List<State> states = new ArrayList<>(one.states());
        states.addAll(other.states());
        return states;
    }
}
