package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;

/** {@code mmaplab schema}. */
final class SchemaCommand implements Command {

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
        return "print the JSON Schema of scenario files, with which editors complete and check them";
    }

    @Override
    public String details() {
        return """
                An editor with a YAML language server reads the schema named in a file's first line:
                  # yaml-language-server: $schema=scenario.schema.json

                example:
                  mmaplab schema > scenario.schema.json
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax().flag("v", "verbose", "say more when mmaplab itself is wrong");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        if (!arguments.operands().isEmpty()) {
            throw new UsageException(
                    "`mmaplab schema` does not know what to do with `"
                            + arguments.operands().get(0) + "`",
                    "to write the schema to a file, write `mmaplab schema > FILE`");
        }
        host.out().print(Resources.text("schema/scenario.schema.json"));
        return ExitCode.PASSED;
    }
}
