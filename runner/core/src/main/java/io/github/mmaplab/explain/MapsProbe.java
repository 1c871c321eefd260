package io.github.mmaplab.explain;

import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.recording.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The mappings of a process, as /proc/PID/maps lists them. */
record MapsProbe(Recording recording, ProcessId process) implements Probe {

    private List<Mapping> on(Machine machine) {
        ProcessState state = machine.processes().get(process);
        return state == null ? List.of() : List.copyOf(state.space().mappings().values());
    }

    @Override
    public Object seen(Replay.Played played) {
        if (!played.end().processes().containsKey(process)) {
            return "no process";
        }
        List<Object> rows = new ArrayList<>();
        for (Mapping mapping : on(played.end())) {
            rows.add(Arrays.asList(
                    mapping.start(),
                    mapping.end(),
                    mapping.protection(),
                    mapping.shared(),
                    MappingProbe.origin(mapping)));
        }
        return rows;
    }

    @Override
    public Watch watch() {
        return Watch.NOTHING;
    }

    @Override
    public String answer(Words words) {
        return words.names().of(process) + " has "
                + Counted.of(on(recording.end()).size(), "mapping") + " " + words.moment();
    }

    @Override
    public List<State> states() {
        return new States(recording).listed(process, on(recording.end()));
    }
}
