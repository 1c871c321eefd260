package io.github.mmaplab.explain;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.run.Sizes;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MachineFacet;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Optional;

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
     * What is seen at a place.
     *
     * @param from of bytes, the first that matters, counted from the place
     */
    Optional<Explanation> of(Location location, Facet facet, long from) {
        if (facet instanceof ContentIs content) {
            return Optional.of(bytes(location, content.content().length(), from));
        } else if (facet instanceof OneOf choice) {
            return Optional.of(bytes(location, choice.contents().get(0).length(), from));
        } else if (location instanceof Location.InFile file) {
            return Optional.of(
                    facet instanceof FileFacet.SizeIs
                            ? Explainer.size(scenario, step, file.file())
                            : Explainer.onDisk(scenario, step, file, FEW_BYTES));
        }
        return ofMemory((Location.InMemory) location, facet);
    }

    private Optional<Explanation> ofMemory(Location.InMemory memory, Facet facet) {
        if (facet instanceof MemoryFacet.Raises) {
            return Optional.of(Explainer.signal(scenario, step, memory));
        } else if (facet instanceof MemoryFacet.SamePageAs same) {
            return Optional.of(Explainer.samePage(scenario, step, memory, same.other()));
        } else if (facet instanceof MemoryFacet.NotSamePageAs other) {
            return Optional.of(Explainer.samePage(scenario, step, memory, other.other()));
        } else if (facet instanceof MemoryFacet.Resident) {
            return Optional.of(Explainer.resident(scenario, step, memory));
        }
        return facet instanceof MemoryFacet.Locked
                ? Optional.empty()
                : Optional.of(Explainer.mapping(scenario, step, memory));
    }

    /** What is seen of a process, or of memory as a whole. */
    Optional<Explanation> of(String name, Facet facet) {
        if (facet instanceof MachineFacet) {
            return Optional.of(
                    facet instanceof MachineFacet.Pages
                            ? Explainer.pages(scenario, step)
                            : Explainer.copies(scenario, step));
        }
        return Optional.of(
                facet instanceof ProcessFacet.Maps
                        ? Explainer.maps(scenario, step, name)
                        : Explainer.status(scenario, step, name));
    }

    private Explanation bytes(Location location, long length, long from) {
        boolean near = Long.compareUnsigned(from, MOST_BYTES) < 0;
        long wanted = Long.compareUnsigned(length, MOST_BYTES) < 0 ? Math.max(length, from + 1) : MOST_BYTES;
        return near
                ? Explainer.content(scenario, step, location, wanted)
                : Explainer.content(scenario, step, further(location, from), FEW_BYTES);
    }

    private Location further(Location location, long distance) {
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
