package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;

/** {@code mmaplab man}. */
final class ManCommand implements Command {

    @Override
    public Operand operand() {
        return Operand.NONE;
    }

    @Override
    public String operands() {
        return "";
    }

    @Override
    public String summary() {
        return "print the manual page, for man(1)";
    }

    @Override
    public String details() {
        return """
                The page is generated from the `--help` texts, so it describes the mmaplab that prints it.

                examples:
                  mmaplab man | man -l -
                  mkdir -p ~/.local/share/man/man1 && mmaplab man > ~/.local/share/man/man1/mmaplab.1
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax().flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        String operand = arguments.operand();
        if (operand != null) {
            throw new UsageException(
                    "there is one manual page for all commands, and none for `" + operand + "`",
                    "write `mmaplab help " + operand + "` for one command");
        }
        host.out().print(ManPage.text());
        return ExitCode.PASSED;
    }
}
