package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.failure.Sides;
import java.util.Optional;

/**
 * A finding about a run.
 *
 * @param message one sentence
 * @param span the place in the scenario that was not as stated, or could not be checked
 * @param sides what was expected and what was seen, if these are texts to compare
 * @param drawn the whole report, like a diagnostic: several lines, each ending in a line feed
 */
public record Finding(Kind kind, String message, Span span, Optional<Sides> sides, String drawn) {
    /** The kinds of finding. */
    public enum Kind {
        /** Something is not as expected, or could not be played. */
        PROBLEM("problem"),
        /** The kernel cannot report it. */
        NOT_CHECKED("not-checked"),
        /** A bug of ours. */
        BUG("bug");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in reports for other programs. */
        public String word() {
            return word;
        }
    }
}
