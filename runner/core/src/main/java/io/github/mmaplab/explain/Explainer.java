package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.run.FileNumbers;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Explains what is seen in a scenario on simulated Linux. A moment is the number of the step that comes before it: 0 is
 * before the first step, the number of steps is the end. The outcome of a step may differ from what the scenario states: the run
 * goes on all the same. Nothing is thrown for what there is not at the moment (a child before its fork, a process that has
 * ended): the explanation says so.
 */
public final class Explainer {

    private Explainer() {}

    /**
     * Which bytes are at a place. A signal while reading is explained too.
     *
     * @param step the moment
     * @param location in memory, in a file as read(2) sees it, or a register
     * @param length how many bytes, at least one; of more than a mebibyte the first
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation content(Scenario scenario, int step, Location location, long length) {
        if (location instanceof Location.InMemory memory) {
            Recording recording = recording(scenario, step, memory);
            return explain(recording, memory(recording, memory, length), Shown.of(location));
        }
        if (location instanceof Location.InRegister register) {
            return Carrying.explained(scenario, step, register);
        }
        Location.InFile file = (Location.InFile) location;
        Recording recording = recording(scenario, step);
        FileId id = recording.file(file.file());
        Probe probe = id == null
                ? new AbsentProbe(recording, "file " + file.file(), 0)
                : ofFile(recording, id, new FileProbe(recording, Shown.of(file), id, file.offset(), length));
        return explain(recording, probe, Shown.of(location));
    }

    /** What is asked about a file, unless it is a segment that is destroyed. */
    private static Probe ofFile(Recording recording, FileId id, Probe asked) {
        return AttachedProbe.isDestroyed(recording.end(), id) ? new AttachedProbe(recording, id) : asked;
    }

    /**
     * Which signal reading a place raises, or that it raises none.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation signal(Scenario scenario, int step, Location.InMemory location) {
        Recording recording = recording(scenario, step, location);
        Probe probe = memory(recording, location, 1);
        return explain(
                recording, probe instanceof MemoryProbe memory ? new SignalProbe(memory) : probe, Shown.of(location));
    }

    /**
     * Whether two places are on one physical page.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation samePage(Scenario scenario, int step, Location.InMemory one, Location.InMemory other) {
        Recording recording = recording(scenario, step, one, other);
        Probe first = memory(recording, one, 1);
        Probe second = memory(recording, other, 1);
        if (first instanceof MemoryProbe here && second instanceof MemoryProbe there) {
            return explain(recording, new SamePageProbe(here, there), Shown.of(one));
        }
        return explain(recording, first instanceof MemoryProbe ? second : first, Shown.of(one));
    }

    /**
     * How long a file is.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation size(Scenario scenario, int step, String file) {
        Recording recording = recording(scenario, step);
        FileId id = recording.file(file);
        return explain(
                recording,
                id == null
                        ? new AbsentProbe(recording, "file " + file, 0)
                        : ofFile(recording, id, new SizeProbe(recording, id)),
                file);
    }

    /**
     * How often a System V segment is attached.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation attached(Scenario scenario, int step, String segment) {
        Recording recording = recording(scenario, step);
        FileId id = recording.file(segment);
        return explain(
                recording,
                id == null ? new AbsentProbe(recording, "file " + segment, 0) : new AttachedProbe(recording, id),
                segment);
    }

    /**
     * The outcome of the step with that label.
     *
     * @throws IllegalArgumentException if there is no such label
     */
    public static Explanation outcome(Scenario scenario, String label) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            if (scenario.steps().get(i).info().label().equals(Optional.of(label))) {
                return outcome(scenario, i + 1);
            }
        }
        throw new IllegalArgumentException("there is no step with the label " + label);
    }

    /**
     * The outcome of a step.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation outcome(Scenario scenario, int step) {
        Recording recording = recording(scenario, step);
        Optional<String> missing = recording.acts().stream().anyMatch(act -> act.step() == step)
                ? Optional.empty()
                : missingFile(recording, step);
        Probe probe = missing.<Probe>map(file -> new AbsentProbe(recording, "file " + file, 0))
                .orElseGet(() -> new OutcomeProbe(recording, step));
        return explain(recording, probe, "the step");
    }

    /** The name of no file that a step without an operation is about. */
    private static Optional<String> missingFile(Recording recording, int step) {
        Step played = recording.scenario().steps().get(step - 1);
        Stream<Location> locations = Stream.empty();
        if (played instanceof Step.Write write) {
            locations = write.targets().stream().map(Step.Write.Target::location);
        } else if (played instanceof Step.Read read) {
            locations = read.targets().stream().map(Step.Read.Target::location);
        } else if (played instanceof Step.OnFile call) {
            locations = call.targets().stream().map(Step.OnFile.Target::at);
        }
        return locations
                .filter(Location.InFile.class::isInstance)
                .map(place -> ((Location.InFile) place).file())
                .filter(file -> recording.file(file) == null)
                .findFirst();
    }

    /**
     * How many physical pages are in use, and who has them.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation pages(Scenario scenario, int step) {
        Recording recording = recording(scenario, step);
        return explain(recording, new PagesProbe(recording), "memory");
    }

    /**
     * How many pages have been copied so far, by which stores.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation copies(Scenario scenario, int step) {
        Recording recording = recording(scenario, step);
        return explain(recording, new CopiesProbe(recording), "memory");
    }

    /**
     * What is mapped at a place: whether anything is, the protection, and whether it is shared.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation mapping(Scenario scenario, int step, Location.InMemory location) {
        return mapping(scenario, step, location, probe -> probe);
    }

    /** What follows from the mapping at a place. */
    static Explanation mapping(
            Scenario scenario, int step, Location.InMemory location, Function<MappingProbe, Probe> value) {
        Recording recording = recording(scenario, step, location);
        Probe probe = memory(recording, location, 1);
        return explain(
                recording,
                probe instanceof MemoryProbe memory ? value.apply(new MappingProbe(memory)) : probe,
                Shown.of(location));
    }

    /**
     * Whether a name is in the folder.
     *
     * @param file the name
     */
    public static Explanation exists(Scenario scenario, int step, String file) {
        Recording recording = recording(scenario, step);
        return explain(
                recording,
                new ExistsProbe(
                        recording,
                        file,
                        Objects.requireNonNull(FileNumbers.of(scenario).names().get(file), "a name of the scenario")),
                file);
    }

    /**
     * What of a file would be left after a crash.
     *
     * @param length how many bytes, at least one
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation onDisk(Scenario scenario, int step, Location.InFile location, long length) {
        Recording recording = recording(scenario, step);
        FileId id = recording.file(location.file());
        String place = Shown.of(location);
        return explain(
                recording,
                id == null
                        ? new AbsentProbe(recording, "file " + location.file(), 0)
                        : new DiskProbe(recording, place, id, location.offset(), length),
                place);
    }

    /**
     * Whether a process runs, or how it ended.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation status(Scenario scenario, int step, String process) {
        return process(scenario, step, process, StatusProbe::new);
    }

    /**
     * Which mappings a process has.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation maps(Scenario scenario, int step, String process) {
        return process(scenario, step, process, MapsProbe::new);
    }

    /**
     * What is seen in the place of what a facet expects; empty for what is not simulated.
     *
     * @param location the place; empty for a process, and for memory as a whole
     * @param name the process, where there is no place
     * @param from of bytes, the first that matters, counted from the place
     * @throws IllegalArgumentException if there is no such step
     */
    public static Optional<Explanation> seen(
            Scenario scenario, int step, Optional<Location> location, String name, Facet facet, long from) {
        return new Facets(scenario, step).of(location, name, facet, from);
    }

    /**
     * What is seen of a property.
     *
     * @param location the place; empty for a process, and for memory as a whole
     * @param name the process or the file, where there is no place
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation seen(
            Scenario scenario, int step, Optional<Location> location, String name, Property property) {
        return new Facets(scenario, step).of(location, name, property);
    }

    static Explanation process(
            Scenario scenario, int step, String name, BiFunction<Recording, ProcessId, Probe> probe) {
        Recording recording = recording(scenario, step);
        ProcessId id = recording.process(name);
        return explain(recording, id == null ? AbsentProbe.process(recording, name) : probe.apply(recording, id), name);
    }

    static Recording recording(Scenario scenario, int step, Location.InMemory... near) {
        return Recording.of(scenario, step, new ArrayList<>(List.of(near)));
    }

    private static Probe memory(Recording recording, Location.InMemory location, long length) {
        ProcessId process = recording.process(location.process());
        OptionalLong address = recording.address(location);
        return process == null || address.isEmpty()
                ? AbsentProbe.of(recording, location)
                : new MemoryProbe(recording, location, process, address.getAsLong(), length);
    }

    static Explanation explain(Recording recording, Probe probe, String place) {
        return new Explaining(recording, probe, place).explanation();
    }
}
