package io.github.mmaplab.report;

/**
 * The counts of a run. A scenario with {@code cases} counts as one scenario with its worst result, and as one run per
 * row.
 *
 * @param passed scenarios all of whose runs passed
 * @param failed scenarios that failed
 * @param undecided scenarios with more states than were searched
 * @param unplayable scenarios that could not be played to their end
 * @param crashed scenarios that hit a bug of ours
 * @param unchecked scenarios of which nothing could be checked on this kernel
 * @param notRun scenarios that were not played, because another one had failed
 * @param runs how many times something was played
 * @param notChecked expectations that the kernel could not report
 * @param invalidFiles files and folders with problems
 * @param nanos the duration in nanoseconds
 */
public record Summary(
        int passed,
        int failed,
        int undecided,
        int unplayable,
        int crashed,
        int unchecked,
        int notRun,
        int runs,
        int notChecked,
        int invalidFiles,
        long nanos) {

    /** The number of scenarios that were played. */
    public int scenarios() {
        return passed + failed + undecided + unplayable + crashed;
    }

    /** Whether the command succeeds. */
    public boolean allWell() {
        return failed + undecided + unplayable + crashed + notRun + invalidFiles == 0;
    }
}
