package io.github.mmaplab.explain;

import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.recording.Recording;
import java.util.List;

/** Whether a process runs, or how it ended. */
record StatusProbe(Recording recording, ProcessId process) implements Probe {

    @Override
    public Object seen(Replay.Played played) {
        ProcessState state = played.end().processes().get(process);
        return state == null ? "none" : state.status();
    }

    @Override
    public Watch watch() {
        return Watch.NOTHING;
    }

    @Override
    public String answer(Words words) {
        ProcessStatus status = recording.end().process(process).status();
        String name = words.names().of(process);
        if (status instanceof ProcessStatus.Exited exited) {
            return name + " has exited with code " + exited.code();
        }
        return status instanceof ProcessStatus.Killed killed
                ? name + " has been killed by " + killed.signal()
                : name + " runs " + words.moment();
    }

    @Override
    public List<State> states() {
        return recording.end().process(process).status().alive()
                ? List.of(new State.Runs(recording.acts().size(), process))
                : List.of();
    }
}
