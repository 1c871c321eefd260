package io.github.mmaplab.report.junit;

import org.jspecify.annotations.Nullable;

/**
 * A test case of a JUnit XML report.
 *
 * @param line the line in the file of the case, or of what fails in it, from 1
 * @param nanos the duration in nanoseconds
 * @param verdict the result, unless it simply passed
 * @param message one line about the result
 * @param type a word for the kind of verdict; empty for a skipped case
 * @param text the details
 */
record JUnitCase(
        String name, int line, long nanos, @Nullable Verdict verdict, String message, String type, String text) {
    /** A result other than success, which is an element. */
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
