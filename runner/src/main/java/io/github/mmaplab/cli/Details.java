package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.report.TextReport.Detail;

/** How much a report is to tell. */
final class Details {

    private Details() {}

    /** What {@code --quiet} and {@code --verbose} say; both together say nothing. */
    static Detail of(Arguments arguments) {
        if (arguments.has("quiet") == arguments.has("verbose")) {
            return Detail.NORMAL;
        }
        return arguments.has("quiet") ? Detail.QUIET : Detail.VERBOSE;
    }
}
