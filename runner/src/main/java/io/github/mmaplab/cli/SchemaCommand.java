package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.Suggestions;
import java.util.List;

/** {@code mmaplab schema}. */
final class SchemaCommand implements Command {
    /** The kinds of files that have one. */
    static final List<String> KINDS =
            List.of("scenario", "exercise", "prediction", "results", "class", "report", "recording");

    @Override
    public Operand operand() {
        return Operand.KIND;
    }

    @Override
    public String operands() {
        return "[KIND]";
    }

    @Override
    public String summary() {
        return "print a JSON Schema, with which editors complete and check files";
    }

    @Override
    public String details() {
        return """
                An editor with a YAML language server reads the schema that the file's first line names:
                  # yaml-language-server: $schema=scenario.schema.json

                KIND is scenario (the default), exercise, prediction, results, class, report or recording.

                examples:
                  mmaplab schema > scenario.schema.json
                  mmaplab schema exercise > exercise.schema.json
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax().flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        String written = arguments.operand();
        String kind = written == null ? KINDS.get(0) : written;
        if (!KINDS.contains(kind)) {
            throw new UsageException(
                    "there is no schema for `" + kind + "`",
                    Suggestions.nearestOr(kind, KINDS, "the kinds are " + String.join(", ", KINDS)),
                    "to write a schema to a file, write `mmaplab schema > FILE`");
        }
        host.out().print(Resources.text("schema/" + kind + ".schema.json"));
        return ExitCode.PASSED;
    }
}
