package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;

/** The number of items that are processed at once. */
public final class Jobs {
    private static final int MOST = 1024;

    private Jobs() {}

    /**
     * The value of {@code --jobs}, or one for each processor.
     *
     * @throws UsageException if it is no number from 1 to 1024
     */
    public static int of(Arguments arguments) throws UsageException {
        String written = arguments.last("jobs");
        if (written == null) {
            return Math.min(MOST, Runtime.getRuntime().availableProcessors());
        }
        try {
            int jobs = Integer.parseInt(written);
            if (jobs >= 1 && jobs <= MOST) {
                return jobs;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number that is out of range
        }
        throw new UsageException(
                "`--jobs` must be a number from 1 to " + MOST + ", not `" + written + "`",
                "leave it out for one per processor");
    }
}
