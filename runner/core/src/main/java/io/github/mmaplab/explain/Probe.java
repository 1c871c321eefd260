package io.github.mmaplab.explain;

import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.recording.Act;
import java.util.List;

/** Something that can be looked at on a machine at the end of a run: what a question is about, its names resolved. */
interface Probe {

    /** What is seen, for comparing: equal if the same is seen. */
    Object seen(Replay.Played played);

    /** What is looked at. */
    Watch watch();

    /** The places in memory that are asked about, in the words of the question. */
    default List<MemoryProbe> places() {
        return List.of();
    }

    /** The answer in words, of the recorded run. */
    String answer(Words words);

    /** What is so at that moment, at least where no step decides. */
    List<State> states();

    /** How many of the states an explanation has. */
    default int mostStates() {
        return 2;
    }

    /** Whether it is bytes that are seen. */
    default boolean showsBytes() {
        return false;
    }

    /** The bytes that the place shows on a machine of the run, before the moment too; none, if no bytes are seen. */
    default byte[] bytes(Machine machine) {
        return new byte[0];
    }

    /** Whether an act is one of those that are counted: its step is named, whatever the experiments show. */
    default boolean counts(Act act) {
        return false;
    }

    /** The step that is asked about itself, which is not left out to try whether it matters; 0 for none. */
    default int asked() {
        return 0;
    }
}
