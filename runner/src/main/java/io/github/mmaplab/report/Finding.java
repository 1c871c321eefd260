package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.failure.Sides;
import java.util.Optional;

/**
 * One thing that is to be told of a run.
 *
 * @param message one sentence
 * @param span where the scenario says what was not so, or what could not be looked at
 * @param sides what was expected beside what was seen, where there is such a thing
 * @param drawn all there is to say, in the manner of a diagnostic: several lines, each ended by a line feed
 */
public record Finding(Kind kind, String message, Span span, Optional<Sides> sides, String drawn) {
    /** What kinds of things there are. */
    public enum Kind {
        /** Something was not as expected, or could not be played. */
        PROBLEM("problem"),
        /** The kernel could not be asked. */
        NOT_CHECKED("not-checked"),
        /** A bug of ours. */
        BUG("bug");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it in reports that other programs read. */
        public String word() {
            return word;
        }
    }
}
