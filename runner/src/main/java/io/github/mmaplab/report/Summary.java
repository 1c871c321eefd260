package io.github.mmaplab.report;

/**
 * How many of what. A scenario with {@code cases} is one scenario and as many runs as it has rows; it counts as what the
 * worst of them came to.
 *
 * @param passed scenarios all of whose runs passed
 * @param failed scenarios that failed
 * @param unplayable scenarios that could not be played to their end
 * @param crashed scenarios at which a bug of ours came up
 * @param unchecked scenarios of which nothing could be checked on this kernel
 * @param notRun scenarios that were not played, since another one had failed
 * @param runs how many times something was played
 * @param notChecked expectations that the kernel could not be asked about
 * @param invalidFiles files and folders that something is wrong with
 * @param nanos how long it all took, in nanoseconds
 */
public record Summary(
        int passed,
        int failed,
        int unplayable,
        int crashed,
        int unchecked,
        int notRun,
        int runs,
        int notChecked,
        int invalidFiles,
        long nanos) {

    /** How many scenarios were played. */
    public int scenarios() {
        return passed + failed + unplayable + crashed;
    }

    /** Whether everything was as it should be. */
    public boolean allWell() {
        return failed + unplayable + crashed + notRun + invalidFiles == 0;
    }
}
