package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.ComparisonRun;
import io.github.mmaplab.cli.play.FileLoader;
import io.github.mmaplab.cli.play.Jobs;
import io.github.mmaplab.cli.play.Kernels;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.cli.play.RealKernels;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.cli.select.Selection;
import io.github.mmaplab.report.ComparisonReport;
import io.github.mmaplab.report.TextReport.Detail;
import io.github.mmaplab.scenario.ReadResult;
import java.util.List;

/** {@code mmaplab compare}. */
final class CompareCommand implements Command {

    @Override
    public String operands() {
        return "[options] PATH...";
    }

    @Override
    public String summary() {
        return "play scenarios on the simulated kernel and on this machine's, and report differences";
    }

    @Override
    public String details() {
        return """
                PATH is a file, a folder or FILE:LINE, as for `mmaplab run`. After each operation, mmaplab compares its
                outcome and everything that can be seen: mappings, bytes, physical pages, sizes, processes. What the
                scenario expects is ignored. What could not be compared is listed, with the reason.

                exit code: 0 no difference, 1 a difference, 2 a file is not a valid scenario, 3 nothing was selected,
                or nothing could be compared, 64 the command line is wrong, or this machine's kernel is not available,
                70 a bug in mmaplab; if several apply, the most severe.

                examples:
                  mmaplab compare scenarios
                  mmaplab compare cow.scenario.yaml:12 --verbose
                """;
    }

    @Override
    public Syntax syntax() {
        return Selection.addTo(new Syntax())
                .value("j", "jobs", "N", "play N at once; the default is one per processor")
                .flag("q", "quiet", "print nothing if the kernels agree")
                .flag("v", "verbose", "name every scenario; print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        long begun = host.clock().nanos();
        List<String> paths = PathOperands.required("compare", arguments);
        Selection selection = Selection.of(arguments);
        int jobs = Jobs.of(arguments);
        Detail detail = Details.of(arguments);
        ComparisonReport report =
                new ComparisonReport(host.out(), Colors.palette(arguments, host), detail, host.outIsTerminal());
        Progress progress = new Progress(host, detail == Detail.NORMAL);
        try (Kernels kernels = RealKernels.start(host)) {
            ReadResult read = FileLoader.read(Finder.find(paths, host), jobs, progress);
            ReadResult selected = selection.of(read);
            ExitCode code = new ComparisonRun(host, kernels, report, progress).compare(selected, jobs, begun);
            return SelectionCheck.exitCode(selected, read, code, host);
        }
    }
}
