package io.github.mmaplab.explain;

import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import java.util.List;
import java.util.function.Function;

/**
 * A value that follows from what another probe looks at.
 *
 * @param around what is so besides
 * @param end the machine at the end of the recording
 * @param subject what has the value, as the subject of a sentence
 * @param value the value on a machine, in words
 */
record ValueProbe(Probe around, Machine end, String subject, Function<Machine, String> value) implements Probe {

    @Override
    public Object seen(Replay.Played played) {
        return value.apply(played.end());
    }

    @Override
    public Watch watch() {
        return around.watch();
    }

    @Override
    public List<MemoryProbe> places() {
        return around.places();
    }

    @Override
    public String answer(Words words) {
        return subject + " is " + value.apply(end);
    }

    @Override
    public List<State> states() {
        return around.states();
    }

    /** What a value follows from is listed. */
    @Override
    public int mostStates() {
        return 8;
    }
}
