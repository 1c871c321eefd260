package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.edit.Formatting;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import java.util.List;

/** {@code mmaplab fmt}. */
final class FmtCommand implements Command {

    @Override
    public Operand operand() {
        return Operand.FILE;
    }

    @Override
    public String operands() {
        return "[options] PATH...";
    }

    @Override
    public String summary() {
        return "lay files out in the canonical form; what they say stays, and so do comments";
    }

    @Override
    public String details() {
        return """
                PATH is a scenario, an exercise or a prediction, or a folder, which is searched for files named
                *.scenario.yaml, *.exercise.yaml and *.prediction.yaml. With - in its place, standard input is
                laid out to standard output. The files that were changed are listed. A file that can't be read
                as what its name says is left alone, and so is one whose canonical form would mean another thing.

                exit code: 0 done, 1 with --check a file is not in canonical form, 2 a file can't be read as
                what it is, 64 the command line is wrong or a file can't be written, 70 a bug of mmaplab.

                examples:
                  mmaplab fmt scenarios
                  mmaplab fmt --check scenarios
                  mmaplab fmt --diff cow.scenario.yaml
                  mmaplab fmt - < cow.scenario.yaml
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax()
                .flag("check", "change nothing; list the files that would change, and exit with 1 if there are some")
                .flag("diff", "change nothing; show what would change")
                .flag("q", "quiet", "do not say that there is nothing to change")
                .flag("v", "verbose", "say more when mmaplab itself is wrong")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> paths = Paths.required("fmt", arguments);
        boolean check = arguments.has("check");
        boolean diff = arguments.has("diff");
        Formatting formatting = new Formatting(host, Colors.palette(arguments, host), check, diff);
        if (paths.contains("-")) {
            if (paths.size() > 1) {
                throw new UsageException(
                        "`-` is standard input, and there are other paths beside it", "format them one by one");
            }
            return formatting.standardInput();
        }
        ExitCode code = formatting.files(paths);
        if (formatting.changed() == 0 && formatting.files() > 0 && !arguments.has("quiet")) {
            host.out().println(Counts.of(formatting.files(), "file") + " in canonical form: nothing to change");
        }
        return code;
    }
}
