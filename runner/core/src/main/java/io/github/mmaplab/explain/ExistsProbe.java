package io.github.mmaplab.explain;

import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.recording.Recording;
import java.util.List;

/** Whether a name is in the folder. */
record ExistsProbe(Recording recording, String name, NameId id) implements Probe {

    @Override
    public Object seen(Replay.Played played) {
        return played.end().names().containsKey(id);
    }

    @Override
    public Watch watch() {
        return Watch.NOTHING;
    }

    @Override
    public String answer(Words words) {
        return name + (recording.end().names().containsKey(id) ? " exists" : " does not exist");
    }

    @Override
    public List<State> states() {
        return List.of(new State.InFolder(
                recording.acts().size(), name, id, recording.end().names().containsKey(id)));
    }
}
