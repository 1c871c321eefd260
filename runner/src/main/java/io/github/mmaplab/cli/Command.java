package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;

/** What stands first on the command line. */
interface Command {
    /** What its operands are, for those who complete them. */
    enum Operand {
        NONE,
        FILE,
        LANGUAGE_AND_FILE,
        CODE,
        KIND,
        SHELL
    }

    /** What its operands are. */
    Operand operand();

    /** Its arguments, as in {@code [options] PATH...}; may be empty. */
    String operands();

    /** What it does, in one line. */
    String summary();

    /** What else there is to know, with examples; ends with a line feed. */
    String details();

    /** The options it takes. */
    Syntax syntax();

    /**
     * Does it.
     *
     * @throws UsageException if the arguments ask for what can't be done
     */
    ExitCode run(Arguments arguments, Host host) throws UsageException;
}
