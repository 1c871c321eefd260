package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/**
 * A process that is there when the scenario begins.
 *
 * @param name its name, unique among the scenario's files and processes
 * @param mappings what it maps, in the order written, before the first step
 * @param span where it is named
 */
public record ProcessSpec(String name, List<NewMapping> mappings, Span span) {
    /** Copies the mappings. */
    public ProcessSpec {
        mappings = List.copyOf(mappings);
    }
}
