package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.decode.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code mmaplab explain}. */
final class ExplainCommand implements Command {

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
        String id = written.toUpperCase(Locale.ROOT);
        List<String> known = new ArrayList<>();
        for (Code code : Code.values()) {
            if (code.id().equals(id)) {
                host.out().print(page(id));
                return ExitCode.PASSED;
            }
            known.add(code.id());
        }
        String nearest = Suggestions.nearest(id, known);
        throw new UsageException(
                "there is no code `" + written + "`",
                nearest != null ? Suggestions.didYouMean(nearest) : "the codes are " + String.join(", ", known));
    }

    /** The part of the page from the code's heading to the next one. */
    private static String page(String id) {
        String all = Resources.text("docs/errors.md");
        int start = all.indexOf("\n## " + id) + 1;
        if (start == 0) {
            throw new IllegalStateException("docs/errors.md does not explain " + id);
        }
        int end = all.indexOf("\n## ", start);
        return all.substring(start, end < 0 ? all.length() : end + 1);
    }
}
