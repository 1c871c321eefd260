package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.List;
import java.util.Optional;

/** Explains what is in a register: what was in memory when a step read it. */
final class Carrying {
    private final Scenario scenario;
    private final Recording recording;

    private Carrying(Scenario scenario, Recording recording) {
        this.scenario = scenario;
        this.recording = recording;
    }

    /**
     * A step that reads into a register.
     *
     * @param step its number, from 1, in the order that is played
     */
    private record Reading(int step, Step.Read.Target target) {}

    static Explanation explained(Scenario scenario, int step, Location.InRegister register) {
        Recording recording = Explainer.recording(scenario, step);
        Optional<Reading> found = new Carrying(scenario, recording).last(step, register.process(), register.register());
        if (found.isEmpty()) {
            AbsentProbe absent = new AbsentProbe(recording, "a value in " + register.written(), 0);
            return Explainer.explain(recording, absent, register.written());
        }
        Reading reading = found.get();
        Explanation there = Explainer.content(
                scenario,
                reading.step() - 1,
                reading.target().location(),
                reading.target().length());
        String answer =
                register.written() + " has what step " + scenario.written(reading.step()) + " reads: " + there.answer();
        return new Explanation(answer, there.reasons(), there.rules(), there.references());
    }

    /** The last step that reads into a register of a process, or of the one that has forked it. */
    private Optional<Reading> last(int end, String process, String register) {
        String owner = process;
        List<Step> steps = scenario.steps();
        for (int number = end; number > 0; number--) {
            if (steps.get(number - 1) instanceof Step.Fork fork) {
                owner = parent(fork, owner);
            } else if (steps.get(number - 1) instanceof Step.Read read) {
                Optional<Step.Read.Target> target = target(number, read, owner, register);
                if (target.isPresent()) {
                    return Optional.of(new Reading(number, target.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static String parent(Step.Fork fork, String process) {
        return fork.targets().stream()
                .filter(target -> target.children().stream()
                        .anyMatch(child -> child.name().equals(process)))
                .findFirst()
                .map(target -> target.parent().name())
                .orElse(process);
    }

    /** The last target of a step that has read into a register. */
    private Optional<Step.Read.Target> target(int number, Step.Read read, String process, String register) {
        Optional<Step.Read.Target> last = Optional.empty();
        for (int i = 0; i < read.targets().size(); i++) {
            Step.Read.Target target = read.targets().get(i);
            boolean same = target.into()
                    .filter(into ->
                            into.process().equals(process) && into.register().equals(register))
                    .isPresent();
            if (same && hasRead(number, i)) {
                last = Optional.of(target);
            }
        }
        return last;
    }

    private boolean hasRead(int number, int target) {
        for (Act act : recording.acts()) {
            if (act.step() == number && act.target() == target && act.operation() instanceof Load) {
                return act.outcome().succeeded();
            }
        }
        return false;
    }
}
