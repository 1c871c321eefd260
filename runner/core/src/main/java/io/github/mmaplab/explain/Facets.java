package io.github.mmaplab.explain;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.run.Sizes;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.OutcomeIs;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Explains what is seen in the place of what a facet expects. */
final class Facets {

    private static final long MOST_BYTES = 64;
    private static final long FEW_BYTES = 16;

    private final Scenario scenario;
    private final int step;

    Facets(Scenario scenario, int step) {
        this.scenario = scenario;
        this.step = step;
    }

    /**
     * What is seen.
     *
     * @param location the place; empty for a process, and for memory as a whole
     * @param name the process, where there is no place
     * @param from of bytes, the first that matters, counted from the place
     */
    Optional<Explanation> of(Optional<Location> location, String name, Facet facet, long from) {
        if (facet instanceof PropertyIs is) {
            return Optional.of(of(location, name, is.property()));
        } else if (facet instanceof ContentIs content) {
            return Optional.of(bytes(location.orElseThrow(), content.content().length(), from));
        } else if (facet instanceof OneOf choice) {
            return Optional.of(
                    bytes(location.orElseThrow(), choice.contents().get(0).length(), from));
        } else if (facet instanceof FileFacet.OnDisk) {
            return Optional.of(Explainer.onDisk(scenario, step, (Location.InFile) location.orElseThrow(), FEW_BYTES));
        } else if (facet instanceof OutcomeIs) {
            return Optional.of(Explainer.outcome(scenario, name));
        } else if (facet instanceof ProcessFacet.Maps) {
            return Optional.of(Explainer.maps(scenario, step, name));
        }
        return Optional.of(ofMemory((Location.InMemory) location.orElseThrow(), (MemoryFacet) facet));
    }

    private Explanation ofMemory(Location.InMemory memory, MemoryFacet facet) {
        if (facet instanceof MemoryFacet.SamePageAs same) {
            return Explainer.samePage(scenario, step, memory, same.other());
        } else if (facet instanceof MemoryFacet.NotSamePageAs other) {
            return Explainer.samePage(scenario, step, memory, other.other());
        } else if (facet instanceof MemoryFacet.At) {
            return Explainer.mapping(scenario, step, memory);
        }
        return Explainer.signal(scenario, step, memory);
    }

    /** What is seen of a property. */
    Explanation of(Optional<Location> location, String name, Property property) {
        return switch (property) {
            case MAPPED, PROT, SHARING -> Explainer.mapping(scenario, step, memory(location));
            case RESIDENT -> Explainer.mapping(scenario, step, memory(location), MappingProbe::resident);
            case LOCKED -> Explainer.mapping(scenario, step, memory(location), MappingProbe::locked);
            case RSS -> Explainer.mapping(scenario, step, memory(location), MappingProbe::rss);
            case SIZE -> Explainer.size(scenario, step, file(location, name));
            case ATTACHED -> Explainer.attached(scenario, step, file(location, name));
            case EXISTS -> Explainer.exists(scenario, step, file(location, name));
            case ALIVE, EXIT_CODE, KILLED_BY -> Explainer.status(scenario, step, name);
            case VM_SIZE -> ofMappings(name, property, (process, size) -> length(process, size, mapping -> true));
            case LOCKED_SIZE -> ofMappings(name, property, (process, size) -> length(process, size, Mapping::locked));
            case RSS_OF -> ofMappings(name, property, Facets::rss);
            case PAGES -> Explainer.pages(scenario, step);
            case COPIES -> Explainer.copies(scenario, step);
        };
    }

    private static Location.InMemory memory(Optional<Location> location) {
        return (Location.InMemory) location.orElseThrow();
    }

    private static String file(Optional<Location> location, String name) {
        return location.map(Location.InFile.class::cast)
                .map(Location.InFile::file)
                .orElse(name);
    }

    /** What follows from the mappings of a process. */
    private Explanation ofMappings(String name, Property property, BiFunction<ProcessState, PageSize, String> value) {
        return Explainer.process(
                scenario,
                step,
                name,
                (recording, process) -> new ValueProbe(
                        new MapsProbe(recording, process),
                        recording.end(),
                        "the " + property.word() + " of " + name,
                        machine -> {
                            ProcessState state = machine.processes().get(process);
                            return state == null ? "that of no process" : value.apply(state, machine.pageSize());
                        }));
    }

    private static String length(ProcessState process, PageSize pageSize, Predicate<Mapping> counts) {
        long bytes = 0;
        for (Mapping mapping : process.space().mappings().values()) {
            bytes += counts.test(mapping) ? mapping.length() : 0;
        }
        return Sizes.text(bytes, pageSize);
    }

    private static String rss(ProcessState process, PageSize pageSize) {
        long bytes = 0;
        for (Mapping mapping : process.space().mappings().values()) {
            if (!MappingProbe.determinesRss(mapping)) {
                return MappingProbe.NOT_DETERMINED;
            }
            bytes += process.space().inMemory(mapping, pageSize);
        }
        return Sizes.text(bytes, pageSize);
    }

    private Explanation bytes(Location location, long length, long from) {
        boolean near = Long.compareUnsigned(from, MOST_BYTES) < 0;
        long wanted = Long.compareUnsigned(length, MOST_BYTES) < 0 ? Math.max(length, from + 1) : MOST_BYTES;
        return near
                ? Explainer.content(scenario, step, location, wanted)
                : Explainer.content(scenario, step, further(location, from), FEW_BYTES);
    }

    private Location further(Location location, long distance) {
        if (location instanceof Location.InRegister) {
            return location;
        }
        PageSize pageSize = new PageSize(scenario.pageSize());
        if (location instanceof Location.InMemory memory) {
            long offset = memory.offset() + distance;
            String name = memory.process() + "." + memory.mapping();
            return new Location.InMemory(
                    memory.process(), memory.mapping(), offset, Sizes.place(name, offset, pageSize), memory.span());
        }
        Location.InFile file = (Location.InFile) location;
        long offset = file.offset() + distance;
        return new Location.InFile(file.file(), offset, false, Sizes.place(file.file(), offset, pageSize), file.span());
    }
}
