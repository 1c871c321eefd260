package io.github.mmaplab.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * One problem of a file, as data.
 *
 * @param code which kind of problem; each has a page in {@code docs/errors.md}
 * @param span the offending text
 * @param message one sentence in lower case that names the offender and says what is wrong
 * @param labels further places that help to understand it
 * @param hints how to put it right, one sentence each
 */
public record Diagnostic(Code code, Span span, String message, List<Label> labels, List<String> hints) {
    /** Copies the lists. */
    public Diagnostic {
        Objects.requireNonNull(code);
        Objects.requireNonNull(span);
        Objects.requireNonNull(message);
        labels = List.copyOf(labels);
        hints = List.copyOf(hints);
    }

    /** A diagnostic without further places. */
    public Diagnostic(Code code, Span span, String message, String... hints) {
        this(code, span, message, List.of(), List.of(hints));
    }

    /** How much it matters. */
    public Severity severity() {
        return code.severity();
    }

    /** {@code file:line:column: error[E0201]: message}, on one line. */
    @Override
    public String toString() {
        return span + ": " + severity().word() + "[" + code.id() + "]: " + message;
    }
}
