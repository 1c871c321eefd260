package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.recording.Recording;
import java.util.List;

/** How long a file is. */
record SizeProbe(Recording recording, FileId file) implements Probe {

    @Override
    public Object seen(Replay.Played played) {
        FileState state = played.end().file(file);
        return state.destroyed() ? AttachedProbe.DESTROYED : state.size();
    }

    @Override
    public Watch watch() {
        return Watch.of(file, 0, Long.MAX_VALUE);
    }

    @Override
    public String answer(Words words) {
        return words.names().of(file) + " is "
                + Counted.bytes(recording.end().file(file).size()) + " long";
    }

    @Override
    public List<State> states() {
        return List.of();
    }
}
