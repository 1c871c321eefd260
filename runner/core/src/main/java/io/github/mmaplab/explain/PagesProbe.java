package io.github.mmaplab.explain;

import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.recording.Recording;
import java.util.List;

/** How many physical pages are in use. */
record PagesProbe(Recording recording) implements Probe {

    @Override
    public Object seen(Replay.Played played) {
        return played.end().memory().frames().size();
    }

    @Override
    public Watch watch() {
        return Watch.NOTHING;
    }

    @Override
    public String answer(Words words) {
        int pages = recording.end().memory().frames().size();
        return Counted.of(pages, "physical page") + (pages == 1 ? " is" : " are") + " in use " + words.moment();
    }

    @Override
    public List<State> states() {
        return List.of(new States(recording).inUse());
    }
}
