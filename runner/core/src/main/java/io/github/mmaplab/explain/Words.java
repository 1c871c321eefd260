package io.github.mmaplab.explain;

import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fact;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.explain.fact.Unseen;
import io.github.mmaplab.recording.Recording;

/** Turns facts into sentences: the one place where explanations get their words. */
final class Words {

    private final Names names;
    private final DeedWords deeds;
    private final UnseenWords unseen;
    private final StateWords states;

    /**
     * The words for what is seen.
     *
     * @param place what is asked about, as the question calls it
     */
    Words(Recording recording, Probe probe, String place) {
        this.names = new Names(recording);
        Clauses clauses = new Clauses(names);
        this.deeds = new DeedWords(names, clauses);
        this.unseen = new UnseenWords(names, clauses, place);
        this.states = new StateWords(names, clauses, probe.places());
    }

    Names names() {
        return names;
    }

    /** One sentence without a full stop. */
    String of(Fact fact) {
        if (fact instanceof Deed deed) {
            return deed.accept(deeds);
        }
        return fact instanceof Unseen without ? without.accept(unseen) : ((State) fact).accept(states);
    }

    /** The moment that is asked about: {@code after step 3}. */
    String moment() {
        return moment(names.recording());
    }

    /** The moment of a recording: steps that only look are no moments of their own. */
    static String moment(Recording recording) {
        int step = recording.step();
        while (step > 0 && Recording.looks(recording.scenario().steps().get(step - 1))) {
            step--;
        }
        if (step == 0) {
            return "before the first step";
        }
        boolean last = recording
                .scenario()
                .steps()
                .subList(step, recording.scenario().steps().size())
                .stream()
                .allMatch(Recording::looks);
        return last ? "at the end" : "after step " + recording.scenario().written(step);
    }
}
