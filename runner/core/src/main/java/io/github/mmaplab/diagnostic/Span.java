package io.github.mmaplab.diagnostic;

/**
 * A stretch of a source: what a message points at.
 *
 * @param source the text it is part of
 * @param start where it begins, a char offset
 * @param end where it ends, a char offset, not included; equal to {@code start} for a place between two characters
 */
public record Span(Source source, int start, int end) {
    /** Checks that the span lies within its source. */
    public Span {
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException("no span of " + source + ": " + start + " to " + end);
        }
    }

    /** The line it begins in, from 1. */
    public int line() {
        return source.lineAt(start);
    }

    /** The column it begins at, from 1, in code points. */
    public int column() {
        return source.columnAt(start);
    }

    /** How many chars it covers. */
    public int length() {
        return end - start;
    }

    /** The text it covers, as it is in the source. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** The span from where this one begins to where {@code last}, of the same source, ends. */
    public Span to(Span last) {
        return new Span(source, start, last.end);
    }

    /** {@code file:line:column}, which terminals and editors make a link of. */
    @Override
    public String toString() {
        return source.name() + ":" + line() + ":" + column();
    }
}
