package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Palette.Part;

/**
 * How many of what, after a comparison. A scenario with {@code cases} is one scenario and as many runs as it has rows; it
 * counts as what the worst of them came to.
 *
 * @param same scenarios that are the same on both kernels
 * @param different scenarios that are not
 * @param unplayable scenarios that could not be played to their end
 * @param crashed scenarios at which a bug of ours came up
 * @param unchecked scenarios that one of the kernels cannot play
 * @param runs how many times something was played
 * @param invalidFiles files and folders that something is wrong with
 * @param nanos how long it all took, in nanoseconds
 */
public record ComparisonSummary(
        int same, int different, int unplayable, int crashed, int unchecked, int runs, int invalidFiles, long nanos) {

    /** How many scenarios were played. */
    int scenarios() {
        return same + different + unplayable + crashed;
    }

    /** Whether there is nothing to tell. */
    boolean nothing() {
        return scenarios() + unchecked + invalidFiles == 0;
    }

    private boolean allWell() {
        return different + unplayable + crashed + invalidFiles == 0;
    }

    /** What stands before the summary. */
    String sign() {
        return allWell() ? (scenarios() == 0 ? "!" : "✓") : "✗";
    }

    /** How that is coloured. */
    Part part() {
        return allWell() ? (scenarios() == 0 ? Part.WARNING : Part.PASSED) : Part.ERROR;
    }
}
