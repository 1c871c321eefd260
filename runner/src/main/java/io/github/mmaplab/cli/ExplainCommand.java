package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Suggestions;
import java.util.Optional;

/** {@code mmaplab explain}. */
final class ExplainCommand implements Command {

    @Override
    public Operand operand() {
        return Operand.CODE;
    }

    @Override
    public String operands() {
        return "[CODE]";
    }

    @Override
    public String summary() {
        return "explain a diagnostic code such as E0201, with a wrong and a right example";
    }

    @Override
    public String details() {
        return """
                Without a code, lists all codes.

                example:
                  mmaplab explain E0201
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax().flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        String written = arguments.operand();
        if (written == null) {
            for (Code code : Code.values()) {
                host.out().println(code.id() + "  " + code.title());
            }
            return ExitCode.PASSED;
        }
        Optional<Code> code = ErrorPages.find(written);
        if (code.isEmpty()) {
            throw unknown(written);
        }
        host.out().print(ErrorPages.page(code.get()));
        return ExitCode.PASSED;
    }

    private static UsageException unknown(String written) {
        return new UsageException(
                "there is no code `" + written + "`",
                Suggestions.nearestOr(
                        written,
                        CompletionValues.ofOperand(Operand.CODE),
                        "a code appears in brackets, as in error[E0201]; `mmaplab explain` lists all codes"));
    }
}
