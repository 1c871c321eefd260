package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/**
 * A step had one of these outcomes.
 *
 * @param outcomes at least one: {@value #OK}, the word of an errno or the name of a signal
 */
public record OutcomeIs(List<String> outcomes, Span key, Span value) implements Facet {
    /** The word for success. */
    public static final String OK = "ok";

    /** Copies the list. */
    public OutcomeIs {
        outcomes = List.copyOf(outcomes);
    }

    @Override
    public String name() {
        return "outcome";
    }
}
