package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;

/** A command of the program. */
interface Command {
    /** The kinds of operands, for completion. */
    enum Operand {
        NONE,
        FILE,
        LANGUAGE_AND_FILE,
        CODE,
        KIND,
        SHELL
    }

    /** The kind of its operands. */
    default Operand operand() {
        return Operand.FILE;
    }

    /** Its arguments, such as {@code [options] PATH...}; may be empty. */
    String operands();

    /** What it does, in one line. */
    String summary();

    /** The rest of its help, with examples; ends with a line feed. */
    String details();

    /** Its options. */
    Syntax syntax();

    /**
     * Runs the command.
     *
     * @throws UsageException if the arguments can't be used
     */
    ExitCode run(Arguments arguments, Host host) throws UsageException;
}
