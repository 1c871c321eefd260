package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;

final class CompletionCommand implements Command {

    @Override
    public String operands() {
        return "SHELL";
    }

    @Override
    public String summary() {
        return "print a script that completes commands, options and files in bash or zsh";
    }

    @Override
    public String details() {
        return "";
    }

    @Override
    public Syntax syntax() {
        return new Syntax().flag("v", "verbose", "say more when mmaplab itself is wrong");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        return ExitCode.PASSED;
    }
}
