package io.github.mmaplab.explain;

import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import java.util.List;

/** How many pages have been copied on write. */
record CopiesProbe(Recording recording) implements Probe {

    @Override
    public Object seen(Replay.Played played) {
        return played.end().copies();
    }

    @Override
    public Watch watch() {
        return Watch.NOTHING;
    }

    /**
     * Every copy, and every store that was spared one: without the store that copies, the next one to the same page may copy
     * in its place, so that the count stays.
     */
    @Override
    public boolean counts(Act act) {
        return act.after().copies() > act.before().copies()
                || act.events().stream().anyMatch(Event.PageReused.class::isInstance);
    }

    @Override
    public String answer(Words words) {
        long copies = recording.end().copies();
        return Counted.of(copies, "page") + (copies == 1 ? " has" : " have") + " been copied " + words.moment();
    }

    @Override
    public List<State> states() {
        return recording.end().copies() == 0 ? List.of(new States(recording).copiedNothing()) : List.of();
    }
}
