package io.github.mmaplab.explain;

import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who was forked from whom in a recording. */
final class Lineage {

    private final Map<ProcessId, ProcessId> parents = new HashMap<>();

    Lineage(Recording recording) {
        for (Act act : recording.acts()) {
            if (act.operation() instanceof Fork fork) {
                parents.put(fork.child(), fork.process());
            }
        }
    }

    /** The process itself, or before its fork the one whose memory became its own; null where there is none. */
    @Nullable
    ProcessId on(Machine machine, ProcessId process) {
        @Nullable ProcessId at = process;
        while (at != null && !machine.processes().containsKey(at)) {
            at = parents.get(at);
        }
        return at;
    }

    /** A process and those it descends from, itself first. */
    List<ProcessId> of(ProcessId process) {
        List<ProcessId> line = new ArrayList<>();
        for (@Nullable ProcessId at = process; at != null; at = parents.get(at)) {
            line.add(at);
        }
        return line;
    }

    /** Whether two processes descend from one, or one from the other. */
    boolean related(ProcessId one, ProcessId other) {
        List<ProcessId> line = of(one);
        List<ProcessId> others = of(other);
        return line.get(line.size() - 1).equals(others.get(others.size() - 1));
    }
}
