package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.recording.Recording;
import java.util.ArrayList;
import java.util.List;

/** How often a System V segment is attached. */
record AttachedProbe(Recording recording, FileId segment) implements Probe {

    /** What is seen of a segment that is destroyed, in place of anything else. */
    static final String DESTROYED = "destroyed";

    /** Whether a file is a segment that is destroyed. */
    static boolean isDestroyed(Machine machine, FileId file) {
        FileState state = machine.files().get(file);
        return state != null && state.destroyed();
    }

    @Override
    public Object seen(Replay.Played played) {
        FileState state = played.end().file(segment);
        return state.destroyed() ? DESTROYED : state.mappings();
    }

    @Override
    public Watch watch() {
        return Watch.NOTHING;
    }

    @Override
    public String answer(Words words) {
        FileState state = recording.end().file(segment);
        String name = words.names().of(segment);
        return state.destroyed()
                ? name + " is destroyed " + words.moment()
                : name + " has " + Counted.of(state.mappings(), "attachment") + " " + words.moment();
    }

    @Override
    public List<State> states() {
        List<State> states = new ArrayList<>();
        for (ProcessState process : recording.end().processes().values()) {
            List<Mapping> attachments = process.space().mappings().values().stream()
                    .filter(mapping -> segment.equals(mapping.file()))
                    .toList();
            if (!attachments.isEmpty()) {
                states.addAll(new States(recording).listed(process.id(), attachments));
            }
        }
        return states;
    }
}
