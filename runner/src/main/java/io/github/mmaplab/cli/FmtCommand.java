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
    public String operands() {
        return "[options] PATH...";
    }

    @Override
    public String summary() {
        return "format files canonically; their meaning and their comments stay";
    }

    @Override
    public String details() {
        return """
                PATH is a scenario, an exercise or a prediction, or a folder, which is searched for files named
                *.scenario.yaml, *.exercise.yaml and *.prediction.yaml. With - as the path, standard input is formatted
                to standard output. The files that changed are listed. A file is left alone if it is not what its name
                says, or if its canonical form would mean something else.

                exit code: 0 done, 1 with --check, a file is not in canonical form, 2 a file is not what its name
                says, 64 the command line is wrong, or a file can't be written, 70 a bug in mmaplab.

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
                .flag("check", "change nothing; list the files that would change, and exit with 1 if there are any")
                .flag("diff", "change nothing; show what would change")
                .flag("q", "quiet", "print nothing if there is nothing to change")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> paths = PathOperands.required("fmt", arguments);
        boolean check = arguments.has("check");
        boolean diff = arguments.has("diff");
        Formatting formatting = new Formatting(host, Colors.palette(arguments, host), check, diff);
        if (paths.contains("-")) {
            if (paths.size() > 1) {
                throw new UsageException(
                        "`-` is standard input, and can't be combined with other paths",
                        "run `mmaplab fmt` once for each");
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
