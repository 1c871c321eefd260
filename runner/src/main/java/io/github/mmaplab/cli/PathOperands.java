package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import java.util.List;

/** The paths among the operands. */
final class PathOperands {

    private PathOperands() {}

    /**
     * The operands.
     *
     * @throws UsageException if there is none
     */
    static List<String> required(String command, Arguments arguments) throws UsageException {
        if (arguments.operands().isEmpty()) {
            throw new UsageException(
                    "`mmaplab " + command + "` needs the path of a scenario file or a folder",
                    "`mmaplab " + command + " .` takes all scenarios below the current folder",
                    Arguments.helpOn(command));
        }
        return arguments.operands();
    }
}
