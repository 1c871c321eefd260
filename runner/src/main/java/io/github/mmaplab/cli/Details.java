package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.report.TextReport.Detail;

/** The level of detail of a report. */
final class Details {

    private Details() {}

    /** The level that {@code --quiet} and {@code --verbose} select; both together select the default. */
    static Detail of(Arguments arguments) {
        if (arguments.has("quiet") == arguments.has("verbose")) {
            return Detail.NORMAL;
        }
        return arguments.has("quiet") ? Detail.QUIET : Detail.VERBOSE;
    }
}
