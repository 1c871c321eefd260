package io.github.mmaplab.diagnostic;

import java.util.Objects;

/**
 * A second place that a diagnostic speaks of, as in "the first is here".
 *
 * @param span the place
 * @param text what is to be seen there: short, in lower case
 */
public record Label(Span span, String text) {
    /** Checks that nothing is missing. */
    public Label {
        Objects.requireNonNull(span);
        Objects.requireNonNull(text);
    }
}
