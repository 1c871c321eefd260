package io.github.mmaplab.explain;

import static java.util.Objects.requireNonNull;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.run.FileNumbers;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question with its explanation, and what the checker itself sees, on whatever machine. */
abstract class Query {

    final Scenario scenario;
    final int step;

    Query(Scenario scenario, int step) {
        this.scenario = scenario;
        this.step = step;
    }

    abstract Explanation explanation();

    /** What is seen, in a form that can be compared. */
    abstract Object seen(Evidence evidence, Evidence.World world);

    /** The bytes at the place on one machine of a run; none where no bytes are asked about. */
    byte[] bytes(Evidence evidence, Machine machine) {
        return new byte[0];
    }

    /** Whether an act is one of those whose number is asked for, or was spared being one. */
    boolean counts(Evidence evidence, int act) {
        return false;
    }

    /** The places in memory that are looked at. */
    List<Location.InMemory> places() {
        return List.of();
    }

    /** The step that is asked about itself. */
    int asked() {
        return 0;
    }

    static Query content(Scenario scenario, int step, Location location, long length) {
        if (location instanceof Location.InRegister register) {
            return read(scenario, step, register);
        }
        return location instanceof Location.InMemory memory
                ? new OfMemory(scenario, step, memory, length)
                : new OfFile(scenario, step, (Location.InFile) location, length);
    }

    /** What a register has is what was at the place, when it was read last. */
    private static Query read(Scenario scenario, int step, Location.InRegister register) {
        for (int reading = step; reading > 0; reading--) {
            if (scenario.steps().get(reading - 1) instanceof Step.Read read) {
                for (Step.Read.Target target : read.targets()) {
                    if (target.into().filter(into -> isSame(into, register)).isPresent()) {
                        return content(scenario, reading - 1, target.location(), target.length());
                    }
                }
            }
        }
        throw new IllegalArgumentException(register.written() + " is not read before step " + step);
    }

    private static boolean isSame(Location.InRegister one, Location.InRegister other) {
        return one.process().equals(other.process()) && one.register().equals(other.register());
    }

    static Query signal(Scenario scenario, int step, Location.InMemory location) {
        return new OfSignal(scenario, step, location);
    }

    static Query samePage(Scenario scenario, int step, Location.InMemory one, Location.InMemory other) {
        return new OfPages(scenario, step, one, other);
    }

    static Query size(Scenario scenario, int step, String file) {
        return new Query(scenario, step) {
            @Override
            Explanation explanation() {
                return Explainer.size(scenario, step, file);
            }

            @Override
            Object seen(Evidence evidence, Evidence.World world) {
                FileId id = file(evidence, file);
                return id == null || world.end().file(id).destroyed()
                        ? "none"
                        : world.end().file(id).size();
            }
        };
    }

    static Query attached(Scenario scenario, int step, String segment) {
        return new Query(scenario, step) {
            @Override
            Explanation explanation() {
                return Explainer.attached(scenario, step, segment);
            }

            @Override
            Object seen(Evidence evidence, Evidence.World world) {
                FileId id = file(evidence, segment);
                return id == null || world.end().file(id).destroyed()
                        ? "none"
                        : world.end().file(id).mappings();
            }
        };
    }

    static Query exists(Scenario scenario, int step, String file) {
        return new Query(scenario, step) {
            @Override
            Explanation explanation() {
                return Explainer.exists(scenario, step, file);
            }

            @Override
            Object seen(Evidence evidence, Evidence.World world) {
                return world.end()
                        .names()
                        .containsKey(FileNumbers.of(scenario).names().get(file));
            }
        };
    }

    static Query pages(Scenario scenario, int step) {
        return new Query(scenario, step) {
            @Override
            Explanation explanation() {
                return Explainer.pages(scenario, step);
            }

            @Override
            Object seen(Evidence evidence, Evidence.World world) {
                return world.end().memory().frames().size();
            }
        };
    }

    static Query copies(Scenario scenario, int step) {
        return new Query(scenario, step) {
            @Override
            Explanation explanation() {
                return Explainer.copies(scenario, step);
            }

            @Override
            Object seen(Evidence evidence, Evidence.World world) {
                return world.end().copies();
            }

            @Override
            boolean counts(Evidence evidence, int act) {
                Transition done = evidence.operation(act).applyTo(evidence.before.get(act));
                return done.machine().copies() > evidence.before.get(act).copies()
                        || done.events().stream().anyMatch(Event.PageReused.class::isInstance);
            }
        };
    }

    static Query outcome(Scenario scenario, int step) {
        return new Query(scenario, step) {
            @Override
            Explanation explanation() {
                return Explainer.outcome(scenario, step);
            }

            @Override
            int asked() {
                return step;
            }

            @Override
            Object seen(Evidence evidence, Evidence.World world) {
                List<String> kinds = new ArrayList<>();
                for (int i = 0; i < evidence.acts(); i++) {
                    if (evidence.step(i) == step) {
                        kinds.add(kind(world.outcomes().get(i)));
                    }
                }
                return kinds;
            }
        };
    }

    /** What is mapped or in memory somewhere, what is on the disk, and what has become of a process. */
    static Query facet(Scenario scenario, int step, Optional<Location> location, String process, Facet facet) {
        return new Query(scenario, step) {
            @Override
            Explanation explanation() {
                return Explainer.seen(scenario, step, location, process, facet, 0)
                        .orElseThrow();
            }

            @Override
            List<Location.InMemory> places() {
                return location.filter(Location.InMemory.class::isInstance)
                        .map(Location.InMemory.class::cast)
                        .map(List::of)
                        .orElse(List.of());
            }

            @Override
            Object seen(Evidence evidence, Evidence.World world) {
                SimulatedKernel kernel = new SimulatedKernel(world.end());
                if (location.isEmpty()) {
                    ProcessId id = process(evidence, process);
                    if (id == null || !world.end().processes().containsKey(id)) {
                        return "not there";
                    }
                    return switch (facet.name()) {
                        case "maps" -> kernel.mappings(id);
                        case "vm-size" ->
                            kernel.mappings(id).stream()
                                    .mapToLong(MappingView::length)
                                    .sum();
                        case "locked-size" ->
                            kernel.mappings(id).stream()
                                    .filter(mapping ->
                                            kernel.locked(id, mapping.start()).equals(new Answer.Known<>(true)))
                                    .mapToLong(MappingView::length)
                                    .sum();
                        case "rss" ->
                            kernel.mappings(id).stream()
                                    .mapToLong(mapping -> rss(kernel, id, mapping.start()))
                                    .sum();
                        case "alive", "exit-code", "killed-by" -> kernel.status(id);
                        default -> throw new IllegalArgumentException("a facet that is not looked at: " + facet.name());
                    };
                } else if (location.get() instanceof Location.InFile file) {
                    return kernel.onDisk(Objects.requireNonNull(file(evidence, file.file())), file.offset(), 16);
                }
                return ofMemory(evidence, world, kernel, (Location.InMemory) location.get());
            }

            private long rss(SimulatedKernel kernel, ProcessId process, long address) {
                return ((Answer.Known<Long>) kernel.rss(process, address)).value();
            }

            private Object ofMemory(
                    Evidence evidence, Evidence.World world, SimulatedKernel kernel, Location.InMemory place) {
                ProcessId id = process(evidence, place.process());
                long address = address(evidence, place);
                if (id == null || address == -1 || !world.end().processes().containsKey(id)) {
                    return "not there";
                }
                Optional<MappingView> mapping = kernel.mapping(id, address);
                if (mapping.isEmpty()) {
                    return "not mapped";
                }
                return switch (facet.name()) {
                    case "resident" -> kernel.resident(id, address);
                    case "locked" -> kernel.locked(id, address);
                    case "rss" -> kernel.rss(id, address);
                    case "mapped", "prot", "sharing", "at" ->
                        List.of(
                                mapping.get().protection(),
                                mapping.get().shared(),
                                mapping.get().file(),
                                mapping.get().file().isEmpty()
                                        ? 0
                                        : mapping.get().offset() - mapping.get().start());
                    default -> throw new IllegalArgumentException("a facet that is not looked at: " + facet.name());
                };
            }

            @Override
            byte[] bytes(Evidence evidence, Machine machine) {
                if (facet instanceof FileFacet.OnDisk && location.orElseThrow() instanceof Location.InFile file) {
                    FileId id = file(evidence, file.file());
                    boolean there = id != null && machine.files().containsKey(id);
                    return there
                                    && new SimulatedKernel(machine).onDisk(requireNonNull(id), file.offset(), 16)
                                            instanceof Answer.Known<Data> known
                            ? known.value().bytes()
                            : new byte[0];
                }
                return new byte[0];
            }
        };
    }

    private static String kind(@Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.errno().name();
        }
        return outcome instanceof Outcome.Signalled signalled
                ? signalled.signal() + " " + signalled.code()
                : String.valueOf(outcome != null);
    }

    static @Nullable FileId file(Evidence evidence, String name) {
        for (Map.Entry<FileId, String> file : evidence.trace.files().entrySet()) {
            if (file.getValue().equals(name)) {
                return file.getKey();
            }
        }
        return null;
    }

    static @Nullable ProcessId process(Evidence evidence, String name) {
        for (Map.Entry<ProcessId, String> process : evidence.trace.processes().entrySet()) {
            if (process.getValue().equals(name)) {
                return process.getKey();
            }
        }
        return null;
    }

    /** The address of a place, or -1 where its name stands for nothing. */
    static long address(Evidence evidence, Location.InMemory location) {
        ProcessId process = process(evidence, location.process());
        for (Trace.Place place : evidence.trace.places()) {
            if (place.process().equals(process) && place.name().equals(location.mapping())) {
                return place.start() + location.offset();
            }
        }
        return -1;
    }

    private static Outcome load(Evidence evidence, Machine machine, Location.InMemory location, long length) {
        ProcessId process = process(evidence, location.process());
        long address = address(evidence, location);
        if (process == null || address == -1 || !machine.processes().containsKey(process)) {
            return new Outcome.Refused("not there");
        }
        return !machine.process(process).status().alive()
                ? new Outcome.Refused(machine.process(process).status().toString())
                : new Load(process, address, length, OnSignal.HANDLE)
                        .applyTo(machine)
                        .outcome();
    }

    /** The bytes at a place in memory. */
    static final class OfMemory extends Query {
        final Location.InMemory location;
        final long length;

        @Override
        List<Location.InMemory> places() {
            return List.of(location);
        }

        OfMemory(Scenario scenario, int step, Location.InMemory location, long length) {
            super(scenario, step);
            this.location = location;
            this.length = length;
        }

        @Override
        Explanation explanation() {
            return Explainer.content(scenario, step, location, length);
        }

        @Override
        Object seen(Evidence evidence, Evidence.World world) {
            Outcome outcome = load(evidence, world.end(), location, length);
            if (outcome instanceof Outcome.Signalled signalled) {
                long there = signalled.address() - address(evidence, location);
                return List.of(kind(signalled), load(evidence, world.end(), location, there));
            }
            return outcome;
        }

        @Override
        byte[] bytes(Evidence evidence, Machine machine) {
            ProcessId process = process(evidence, location.process());
            ProcessId line = process == null ? null : evidence.line(machine, process);
            long address = address(evidence, location);
            if (line == null || address == -1 || !machine.process(line).status().alive()) {
                return new byte[0];
            }
            Outcome outcome = new Load(line, address, length, OnSignal.HANDLE)
                    .applyTo(machine)
                    .outcome();
            if (outcome instanceof Outcome.Signalled signalled) {
                outcome = new Load(line, address, signalled.address() - address, OnSignal.HANDLE)
                        .applyTo(machine)
                        .outcome();
            }
            return outcome instanceof Outcome.Done done ? done.data().bytes() : new byte[0];
        }
    }

    /** The bytes of a file. */
    static final class OfFile extends Query {
        final Location.InFile location;
        final long length;

        OfFile(Scenario scenario, int step, Location.InFile location, long length) {
            super(scenario, step);
            this.location = location;
            this.length = length;
        }

        @Override
        Explanation explanation() {
            return Explainer.content(scenario, step, location, length);
        }

        @Override
        Object seen(Evidence evidence, Evidence.World world) {
            FileId file = file(evidence, location.file());
            return file == null
                            || !world.end().files().containsKey(file)
                            || world.end().file(file).destroyed()
                    ? "none"
                    : new ReadFile(file, location.offset(), length)
                            .applyTo(world.end())
                            .outcome();
        }

        @Override
        byte[] bytes(Evidence evidence, Machine machine) {
            FileId file = file(evidence, location.file());
            Outcome outcome = file == null || !machine.files().containsKey(file)
                    ? new Outcome.Refused("gone")
                    : new ReadFile(file, location.offset(), length)
                            .applyTo(machine)
                            .outcome();
            return outcome instanceof Outcome.Done done ? done.data().bytes() : new byte[0];
        }
    }

    private static final class OfSignal extends Query {
        private final Location.InMemory location;

        @Override
        List<Location.InMemory> places() {
            return List.of(location);
        }

        OfSignal(Scenario scenario, int step, Location.InMemory location) {
            super(scenario, step);
            this.location = location;
        }

        @Override
        Explanation explanation() {
            return Explainer.signal(scenario, step, location);
        }

        @Override
        Object seen(Evidence evidence, Evidence.World world) {
            Outcome outcome = load(evidence, world.end(), location, 1);
            return outcome instanceof Outcome.Refused ? outcome : kind(outcome);
        }
    }

    private static final class OfPages extends Query {
        private final Location.InMemory one;
        private final Location.InMemory other;

        @Override
        List<Location.InMemory> places() {
            return List.of(one, other);
        }

        OfPages(Scenario scenario, int step, Location.InMemory one, Location.InMemory other) {
            super(scenario, step);
            this.one = one;
            this.other = other;
        }

        @Override
        Explanation explanation() {
            return Explainer.samePage(scenario, step, one, other);
        }

        @Override
        Object seen(Evidence evidence, Evidence.World world) {
            Machine machine = world.end();
            List<@Nullable FrameId> frames = new ArrayList<>();
            for (Location.InMemory location : List.of(one, other)) {
                Outcome outcome = load(evidence, machine, location, 1);
                ProcessId process = process(evidence, location.process());
                if (!(outcome instanceof Outcome.Done) || process == null) {
                    return outcome instanceof Outcome.Refused ? outcome : kind(outcome);
                }
                long address = address(evidence, location);
                machine = new Load(process, address, 1, OnSignal.HANDLE)
                        .applyTo(machine)
                        .machine();
                frames.add(machine.process(process)
                        .space()
                        .frame(machine.pageSize().number(address)));
            }
            return frames.get(0) != null && frames.get(0).equals(frames.get(1));
        }
    }
}
