package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/**
 * A parameter of {@code vary}.
 *
 * @param name its name
 * @param values what may replace it, at least one, each once, in the order written
 * @param span its name
 */
public record Parameter(String name, List<String> values, Span span) {
    /** Copies the values. */
    public Parameter {
        values = List.copyOf(values);
    }
}
