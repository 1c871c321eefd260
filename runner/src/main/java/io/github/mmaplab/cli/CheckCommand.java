package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.FileLoader;
import io.github.mmaplab.cli.play.Jobs;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.cli.select.Found;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.scenario.ReadResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code mmaplab check}. */
final class CheckCommand implements Command {

    @Override
    public String operands() {
        return "[options] PATH...";
    }

    @Override
    public String summary() {
        return "check that scenario files are valid, without playing them";
    }

    @Override
    public String details() {
        return """
                exit code: 0 all files are valid, 2 a file is not valid

                examples:
                  mmaplab check scenarios
                  mmaplab check cow.scenario.yaml
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax()
                .value("j", "jobs", "N", "read N files at once; the default is one per processor")
                .flag("q", "quiet", "print nothing if all is well")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    /** The number of errors, and of files with errors. */
    private static String errors(ReadResult read) {
        Set<String> files = new HashSet<>();
        int errors = 0;
        for (Diagnostic problem : read.diagnostics()) {
            if (problem.severity() == Severity.ERROR) {
                files.add(problem.span().source().name());
                errors++;
            }
        }
        return Counts.of(errors, "error") + " in " + Counts.of(files.size(), "file");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> paths = PathOperands.required("check", arguments);
        DiagnosticPrinter printer = new DiagnosticPrinter(Colors.palette(arguments, host));
        int jobs = Jobs.of(arguments);
        boolean quiet = arguments.has("quiet");
        Found found = Finder.find(paths, host);
        ReadResult read = FileLoader.read(found, jobs, new Progress(host, !quiet));
        for (String problem : printer.printEach(read.diagnostics())) {
            host.out().println(problem);
        }
        if (read.hasErrors()) {
            if (!quiet) {
                host.out().println(errors(read));
            }
            return ExitCode.INVALID;
        }
        if (!quiet) {
            host.out()
                    .println(Counts.of(found.files().size(), "file") + " with "
                            + Counts.of(Counts.scenarios(read), "scenario") + ": nothing wrong");
        }
        return ExitCode.PASSED;
    }
}
