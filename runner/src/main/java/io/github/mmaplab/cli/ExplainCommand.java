package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.ErrorPages;
import io.github.mmaplab.scenario.decode.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code mmaplab explain}. */
final class ExplainCommand implements Command {

    @Override
    public Operand operand() {
        return Operand.CODE;
    }

    @Override
    public String operands() {
        return "CODE";
    }

    @Override
    public String summary() {
        return "explain a code such as E0201, with a wrong and a right example";
    }

    @Override
    public String details() {
        return """
                example:
                  mmaplab explain E0201
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax().flag("v", "verbose", "say more when mmaplab itself is wrong");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        String written = arguments.operand();
        if (written == null) {
            throw new UsageException("`mmaplab explain` needs a code", "it stands in brackets: error[E0201]");
        }
        Optional<Code> code = ErrorPages.find(written);
        if (code.isPresent()) {
            host.out().print(ErrorPages.page(code.get()));
            return ExitCode.PASSED;
        }
        List<String> known = new ArrayList<>();
        for (Code each : Code.values()) {
            known.add(each.id());
        }
        String nearest = Suggestions.nearest(written, known);
        throw new UsageException(
                "there is no code `" + written + "`",
                nearest != null ? Suggestions.didYouMean(nearest) : "the codes are " + String.join(", ", known));
    }
}
