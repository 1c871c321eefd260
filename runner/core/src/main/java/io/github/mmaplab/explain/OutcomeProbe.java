package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a step.
 *
 * @param step in the order that is played
 */
record OutcomeProbe(Recording recording, int step) implements Probe {

    @Override
    public Object seen(Replay.Played played) {
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < recording.acts().size(); i++) {
            if (recording.acts().get(i).step() == step) {
                outcomes.add(kind(played.outcomes().get(i)));
            }
        }
        return outcomes;
    }

    private static String kind(@Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.errno().name();
        } else if (outcome instanceof Outcome.Signalled signalled) {
            return signalled.signal() + " " + signalled.code();
        }
        return outcome == null ? "not played" : "ok";
    }

    /** Its acts, by number. */
    List<Integer> acts() {
        List<Integer> acts = new ArrayList<>();
        for (int i = 0; i < recording.acts().size(); i++) {
            Act act = recording.acts().get(i);
            if (act.step() == step && !(act.outcome() instanceof Outcome.Refused)) {
                acts.add(i);
            }
        }
        return acts;
    }

    @Override
    public int asked() {
        return step;
    }

    @Override
    public Watch watch() {
        List<Watch.Spot> spots = new ArrayList<>();
        for (int number : acts()) {
            Act act = recording.acts().get(number);
            Optional<ProcessId> process = act.process();
            if (process.isPresent()) {
                spots.add(spot(act, process.get()));
            }
        }
        return Watch.of(recording.before(acts().isEmpty() ? recording.acts().size() : acts().get(0)), spots);
    }

    private static Watch.Spot spot(Act act, ProcessId process) {
        if (act.outcome() instanceof Outcome.Signalled signalled) {
            return new Watch.Spot(process, signalled.address(), 1);
        } else if (act.operation() instanceof Store store) {
            return new Watch.Spot(process, store.address(), store.data().length());
        } else if (act.operation() instanceof Transfer transfer) {
            return new Watch.Spot(process, transfer.address(), transfer.length());
        }
        return act.operation() instanceof Load load
                ? new Watch.Spot(process, load.address(), load.length())
                : new Watch.Spot(process, 0, 0);
    }

    @Override
    public String answer(Words words) {
        StepInfo info = recording.scenario().steps().get(step - 1).info();
        String label = info.label().map(name -> name + ", ").orElse("");
        String name = "step " + recording.scenario().written(step) + " (" + label + info.verb() + ")";
        boolean isRefused = recording.acts().stream()
                .anyMatch(act -> act.step() == step && act.outcome() instanceof Outcome.Refused);
        if (isRefused) {
            return name + " is refused";
        }
        if (acts().isEmpty()) {
            return name + " does nothing that can succeed or fail";
        }
        Outcome outcome = recording.acts().get(acts().get(acts().size() - 1)).outcome();
        if (outcome instanceof Outcome.Failed failed) {
            return name + " fails with " + failed.errno();
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return name + " raises " + signalled.signal() + " (" + signalled.code() + ")";
        }
        return recording.scenario().steps().get(step - 1).countsBytes()
                ? name + " returns " + Long.toUnsignedString(outcome.count())
                : name + " succeeds";
    }

    @Override
    public List<State> states() {
        return List.of();
    }
}
