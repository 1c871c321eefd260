package io.github.mmaplab.explain;

import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.Step;
import java.util.List;

/**
 * A place that there is not at the moment: its process, or its name, begins to exist later.
 *
 * @param name what there is not
 * @param step the step that makes it; 0 if none does that is played
 */
record AbsentProbe(Recording recording, String name, int step) implements Probe {

    /** For a location whose name refers to nothing. */
    static AbsentProbe of(Recording recording, Location.InMemory location) {
        List<Step> steps = recording.scenario().steps();
        boolean process = recording.process(location.process()) == null;
        for (int i = 0; i < steps.size(); i++) {
            if (process ? forks(steps.get(i), location.process()) : maps(steps.get(i), location)) {
                return new AbsentProbe(recording, process ? location.process() : name(location), i + 1);
            }
        }
        return new AbsentProbe(recording, process ? location.process() : name(location), 0);
    }

    /** For a process that there is not. */
    static AbsentProbe process(Recording recording, String process) {
        List<Step> steps = recording.scenario().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (forks(steps.get(i), process)) {
                return new AbsentProbe(recording, process, i + 1);
            }
        }
        return new AbsentProbe(recording, process, 0);
    }

    private static String name(Location.InMemory location) {
        return location.process() + "." + location.mapping();
    }

    private static boolean forks(Step step, String child) {
        return step instanceof Step.Fork fork
                && fork.targets().stream()
                        .flatMap(target -> target.children().stream())
                        .map(Named::name)
                        .anyMatch(child::equals);
    }

    private static boolean maps(Step step, Location.InMemory location) {
        if (step instanceof Step.Mmap mmap) {
            for (NewMapping target : mmap.targets()) {
                if (target.process().equals(location.process()) && target.name().equals(location.mapping())) {
                    return true;
                }
            }
        }
        return step instanceof Step.OnProcess call
                && call.call() == ProcessCall.BRK
                && location.mapping().equals(HeapLength.HEAP)
                && call.targets().stream()
                        .anyMatch(target -> target.process().name().equals(location.process()));
    }

    @Override
    public Object seen(Replay.Played played) {
        return name;
    }

    @Override
    public Watch watch() {
        return Watch.NOTHING;
    }

    @Override
    public String answer(Words words) {
        return name + " does not exist " + words.moment();
    }

    @Override
    public List<State> states() {
        return List.of(new State.Absent(recording.acts().size(), name, step));
    }
}
