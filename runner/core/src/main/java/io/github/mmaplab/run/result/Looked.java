package io.github.mmaplab.run.result;

import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.Location;
import java.util.Optional;

/**
 * What was looked at when it was not as expected, for an explanation.
 *
 * @param location the place; empty for processes, and for memory as a whole
 * @param facet what was expected
 * @param on what kernel it was
 */
public record Looked(Optional<Location> location, Facet facet, On on) {

    /** What kernel a scenario is played on. */
    public enum On {
        /** Simulated Linux. */
        SIMULATED_LINUX,
        /** A simulated kernel that lacks a rule of Linux. */
        MISTAKEN,
        /** Any other, of which only what is seen is known. */
        OTHER
    }
}
