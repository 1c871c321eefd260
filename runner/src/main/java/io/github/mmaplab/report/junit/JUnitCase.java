package io.github.mmaplab.report.junit;

import org.jspecify.annotations.Nullable;

/**
 * A test case of a JUnit XML report.
 *
 * @param line where in the file it is, or what fails of it, from 1
 * @param nanos how long it took, in nanoseconds
 * @param verdict what came of it, if it did not simply pass
 * @param message one line about that
 * @param type a word for the kind of verdict; empty for a skipped case
 * @param text all there is to say
 */
record JUnitCase(
        String name, int line, long nanos, @Nullable Verdict verdict, String message, String type, String text) {
    /** What did not simply pass; each is an element. */
    enum Verdict {
        FAILURE("failure"),
        ERROR("error"),
        SKIPPED("skipped");

        private final String element;

        Verdict(String element) {
            this.element = element;
        }

        String element() {
            return element;
        }
    }
}
