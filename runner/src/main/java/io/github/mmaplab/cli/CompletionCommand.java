package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.Suggestions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mmaplab completion}. */
final class CompletionCommand implements Command {
    /** The shells that are known. */
    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public Operand operand() {
        return Operand.SHELL;
    }

    @Override
    public String operands() {
        return "SHELL";
    }

    @Override
    public String summary() {
        return "print a completion script for bash, zsh or fish";
    }

    @Override
    public String details() {
        return """
                examples, for the shells' startup files:
                  source <(mmaplab completion bash)      in ~/.bashrc
                  source <(mmaplab completion zsh)       in ~/.zshrc, after compinit
                  mmaplab completion fish | source       in ~/.config/fish/config.fish
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax().flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        host.out().print(script(arguments.operand()));
        return ExitCode.PASSED;
    }

    private static String script(@Nullable String shell) throws UsageException {
        if (shell == null) {
            throw new UsageException(
                    "`mmaplab completion` needs the name of a shell",
                    "write `mmaplab completion bash`, or zsh, or fish");
        }
        switch (shell) {
            case "bash" -> {
                return BashCompletion.script();
            }
            case "zsh" -> {
                return ZshCompletion.script();
            }
            case "fish" -> {
                return FishCompletion.script();
            }
            default -> {
                throw new UsageException(
                        "there is no completion for `" + shell + "`",
                        Suggestions.nearestOr(shell, SHELLS, "the shells are " + String.join(", ", SHELLS)));
            }
        }
    }
}
