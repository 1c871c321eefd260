package io.github.mmaplab.explain;

import io.github.mmaplab.explain.fact.State;
import java.util.List;

/** How many pages have been copied on write. */
record CopiesSight(Recording recording) implements Sight {

    @Override
    public Object seen(Replay.Played played) {
        return played.end().copies();
    }

    @Override
    public Watch watch() {
        return Watch.NOTHING;
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
