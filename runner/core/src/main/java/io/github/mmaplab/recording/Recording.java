package io.github.mmaplab.recording;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Recorded;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A run of a scenario up to a moment, operation by operation. Machines are values, so that each operation is kept
 * with the machine before and after it.
 *
 * @param scenario what was played
 * @param step the last step that was to be played
 * @param acts the operations, in order
 * @param end the machine at the moment
 * @param result what the run found
 */
public record Recording(Scenario scenario, int step, List<Act> acts, Machine end, ScenarioResult result) {

    /** Copies the list. */
    public Recording {
        acts = List.copyOf(acts);
    }

    /** Plays all of {@code scenario} on simulated Linux, and looks at what it expects at the end. */
    public static Recording of(Scenario scenario) {
        return of(scenario, scenario.steps().size(), ScenarioRunner.record(scenario));
    }

    /**
     * Plays {@code scenario} on simulated Linux.
     *
     * @param step how far, 0 to the number of steps
     * @param near what will be looked at: mappings are placed so that it reaches no neighbour
     */
    public static Recording of(Scenario scenario, int step, List<Location.InMemory> near) {
        if (step < 0 || step > scenario.steps().size()) {
            throw new IllegalArgumentException(
                    "step " + step + " of " + scenario.steps().size());
        }
        return of(scenario, step, ScenarioRunner.record(scenario, step, near));
    }

    private static Recording of(Scenario scenario, int step, Recorded recorded) {
        ScenarioResult result = recorded.result();
        Machine machine = Machine.boot(new PageSize(scenario.pageSize()), Rules.LINUX);
        List<Act> acts = new ArrayList<>();
        for (Trace.Performed performed : result.trace().performed()) {
            int target = acts.isEmpty() ? 0 : target(scenario, acts.get(acts.size() - 1), performed.step());
            Machine after = recorded.machines().get(acts.size());
            acts.add(new Act(
                    performed.step(),
                    target,
                    performed.operation(),
                    performed.outcome(),
                    performed.events(),
                    machine,
                    after));
            machine = after;
        }
        return new Recording(scenario, step, acts, machine, result);
    }

    /** The target of an operation that follows another one. What is to be written may be read first. */
    private static int target(Scenario scenario, Act last, int step) {
        if (last.step() != step) {
            return 0;
        }
        boolean readToBeWritten = step > 0
                && step <= scenario.steps().size()
                && scenario.steps().get(step - 1) instanceof Step.Write
                && (last.operation() instanceof Load || last.operation() instanceof ReadFile);
        return readToBeWritten ? last.target() : last.target() + 1;
    }

    /** What the machine's numbers mean at the moment. */
    public Trace trace() {
        return result.trace();
    }

    /**
     * Why the run did not come as far, if it did not: a step with another outcome than it states does not end it, nor does
     * one that only looks, or what is expected at the end.
     */
    public Optional<Problem> stopped() {
        for (Problem problem : result.problems()) {
            boolean looks = problem.step() > scenario.steps().size()
                    || (problem.step() > 0 && looks(scenario.steps().get(problem.step() - 1)));
            if (!looks && (problem instanceof Problem.NotPlayable || problem instanceof Problem.Ended)) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    /** Whether a step only looks. */
    public static boolean looks(Step step) {
        return step instanceof Step.Expect || step instanceof Step.Ask;
    }

    public PageSize pageSize() {
        return end.pageSize();
    }

    /** The machine before an act; the one at the end for the number after the last act. */
    public Machine before(int act) {
        return act < acts.size() ? acts.get(act).before() : end;
    }

    /** The process of that name, or null if there is none yet. */
    @Nullable
    public ProcessId process(String name) {
        return key(trace().processes(), name);
    }

    /** The file of that name, or null if it could not be made. */
    @Nullable
    public FileId file(String name) {
        return key(trace().files(), name);
    }

    private static <K> @Nullable K key(Map<K, String> names, String name) {
        for (Map.Entry<K, String> entry : names.entrySet()) {
            if (entry.getValue().equals(name)) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Where a location is at the moment, if its name refers to something by then. */
    public OptionalLong address(Location.InMemory location) {
        ProcessId process = process(location.process());
        for (Trace.Place place : trace().places()) {
            if (place.process().equals(process) && place.name().equals(location.mapping())) {
                return OptionalLong.of(place.start() + location.offset());
            }
        }
        return OptionalLong.empty();
    }
}
