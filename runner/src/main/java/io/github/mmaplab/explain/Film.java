package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run of a scenario as far as some moment, operation by operation. Machines are values, so that each operation is seen
 * with the machine before and after it.
 *
 * @param scenario what was played
 * @param step the last step that was to be played
 * @param shots the operations, in order
 * @param end the machine at the moment
 * @param trace what the machine's numbers mean at the moment
 * @param stopped why the run did not come as far, if it did not
 */
record Film(Scenario scenario, int step, List<Shot> shots, Machine end, Trace trace, Optional<Problem> stopped) {

    /** The verbs that only look. */
    private static final Set<String> LOOKING = Set.of("expect", "ask");

    /**
     * Plays {@code scenario} on a kernel with these rules.
     *
     * @param step how far, 0 to the number of steps
     * @param near what will be looked at: mappings are placed so that it reaches no neighbour
     */
    static Film of(Scenario scenario, int step, Rules rules, List<Location.InMemory> near) {
        Film film = atTheEnd(scenario, step, rules, near);
        Machine machine = Machine.boot(film.pageSize(), rules);
        List<Shot> shots = new ArrayList<>();
        for (Trace.Performed performed : film.trace.performed()) {
            boolean same = !shots.isEmpty() && shots.get(shots.size() - 1).step() == performed.step();
            int target = same ? shots.get(shots.size() - 1).target() + 1 : 0;
            Transition next = performed.operation().applyTo(machine);
            shots.add(new Shot(
                    performed.step(),
                    target,
                    performed.operation(),
                    next.outcome(),
                    next.events(),
                    machine,
                    next.machine()));
            machine = next.machine();
        }
        return new Film(scenario, step, shots, machine, film.trace, film.stopped);
    }

    /** The same, but without the shots: enough to see what is there, not to tell how it came. */
    static Film atTheEnd(Scenario scenario, int step, Rules rules, List<Location.InMemory> near) {
        if (step < 0 || step > scenario.steps().size()) {
            throw new IllegalArgumentException(
                    "step " + step + " of " + scenario.steps().size());
        }
        SimulatedKernel kernel = new SimulatedKernel(Machine.boot(new PageSize(scenario.pageSize()), rules));
        ScenarioResult result = ScenarioRunner.upTo(looking(scenario, near), step, kernel);
        return new Film(
                scenario, step, List.of(), kernel.machine(), result.trace(), stopped(scenario, result.problems()));
    }

    private static Scenario looking(Scenario scenario, List<Location.InMemory> near) {
        List<Expectation> rows = new ArrayList<>(scenario.expect());
        for (Location.InMemory location : near) {
            rows.add(new Expectation.OfMemory(location, List.of()));
        }
        return scenario.expecting(rows);
    }

    /** What ended the run: a step that came to something else than it says does not, nor does anything only looked at. */
    private static Optional<Problem> stopped(Scenario scenario, List<Problem> problems) {
        for (Problem problem : problems) {
            boolean scene = problem.step() == 0;
            boolean played = !scene && !LOOKING.contains(verb(scenario, problem.step()));
            if ((scene || played) && (problem instanceof Problem.NotPlayable || problem instanceof Problem.Ended)) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    /** The verb of a step. */
    static String verb(Scenario scenario, int step) {
        return scenario.steps().get(step - 1).info().verb();
    }

    PageSize pageSize() {
        return end.pageSize();
    }

    /** The process of that name, or null if there is none yet. */
    @Nullable
    ProcessId process(String name) {
        return key(trace.processes(), name);
    }

    /** The file of that name, or null if it could not be made. */
    @Nullable
    FileId file(String name) {
        return key(trace.files(), name);
    }

    private static <K> @Nullable K key(Map<K, String> names, String name) {
        for (Map.Entry<K, String> entry : names.entrySet()) {
            if (entry.getValue().equals(name)) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Where a location lies at the moment, if its name stands for something by then. */
    OptionalLong address(Location.InMemory location) {
        ProcessId process = process(location.process());
        for (Trace.Place place : trace.places()) {
            if (place.process().equals(process) && place.name().equals(location.mapping())) {
                return OptionalLong.of(place.start() + location.offset());
            }
        }
        return OptionalLong.empty();
    }
}
