package io.github.mmaplab.library;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/**
 * A change of one expectation of a scenario file into one that is not so.
 *
 * @param of what is changed, for the test's name
 * @param edits what is written instead, and where; in ascending order
 * @param truth what a message that names the true value must contain
 */
public record Mutation(String of, List<Edit> edits, String truth) {

    /** A stretch of the file and what stands there instead. */
    public record Edit(Span span, String text) {}

    static Mutation of(Span span, String text, String truth) {
        return new Mutation(span.line() + ": " + span.text(), List.of(new Edit(span, text)), truth);
    }

    /** The file's text with the change. */
    public String apply(String source) {
        StringBuilder text = new StringBuilder(source);
        for (int i = edits.size() - 1; i >= 0; i--) {
            Edit edit = edits.get(i);
            text.replace(edit.span().start(), edit.span().end(), edit.text());
        }
        return text.toString();
    }
}
