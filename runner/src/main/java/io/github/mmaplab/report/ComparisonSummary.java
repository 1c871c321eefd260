package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Palette.Part;

/**
 * The counts of a comparison. A scenario with {@code cases} counts as one scenario with its worst result, and as one
 * run per row.
 *
 * @param same scenarios that are the same on both kernels
 * @param different scenarios that differ
 * @param unplayable scenarios that could not be played to their end
 * @param crashed scenarios that hit a bug of ours
 * @param unchecked scenarios that one of the kernels cannot play
 * @param runs how many times something was played
 * @param invalidFiles files and folders with problems
 * @param nanos the duration in nanoseconds
 */
public record ComparisonSummary(
        int same, int different, int unplayable, int crashed, int unchecked, int runs, int invalidFiles, long nanos) {

    /** The number of scenarios that were played. */
    int scenarios() {
        return same + different + unplayable + crashed;
    }

    /** Whether there is nothing to report. */
    boolean nothing() {
        return scenarios() + unchecked + invalidFiles == 0;
    }

    private boolean allWell() {
        return different + unplayable + crashed + invalidFiles == 0;
    }

    /** The sign before the summary. */
    String sign() {
        return allWell() ? (scenarios() == 0 ? "!" : "✓") : "✗";
    }

    /** The colour of the sign. */
    Part part() {
        return allWell() ? (scenarios() == 0 ? Part.WARNING : Part.PASSED) : Part.ERROR;
    }
}
