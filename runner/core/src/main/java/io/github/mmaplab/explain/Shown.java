package io.github.mmaplab.explain;

import io.github.mmaplab.scenario.model.Location;

/** Locations as explanations show them: as they are written, but no distance of nothing. */
final class Shown {

    private Shown() {}

    /** {@code alice.p + 1 page}; of {@code alice.p + 0 pages} the name alone. */
    static String of(Location location) {
        if (location instanceof Location.InMemory memory) {
            return memory.offset() == 0 ? memory.process() + "." + memory.mapping() : memory.written();
        }
        if (location instanceof Location.InRegister) {
            return location.written();
        }
        Location.InFile file = (Location.InFile) location;
        return file.offset() == 0 ? file.file() : file.written();
    }
}
