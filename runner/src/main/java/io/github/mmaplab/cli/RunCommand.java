package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.NumberOptions;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.FileLoader;
import io.github.mmaplab.cli.play.Jobs;
import io.github.mmaplab.cli.play.Kernels;
import io.github.mmaplab.cli.play.MutationRun;
import io.github.mmaplab.cli.play.Player;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.cli.play.ReportFiles;
import io.github.mmaplab.cli.play.ScenarioRun;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.cli.select.LastFailed;
import io.github.mmaplab.cli.select.Portion;
import io.github.mmaplab.cli.select.Selection;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.TextReport;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.show.Storyboards;
import java.util.List;

/** {@code mmaplab run}. */
final class RunCommand implements Command {
    private static final int MOST_REPETITIONS = 1_000_000;

    @Override
    public String operands() {
        return "[options] PATH...";
    }

    @Override
    public String summary() {
        return "play scenarios, and check what every process and file sees";
    }

    @Override
    public String details() {
        return """
                PATH is a scenario file; a folder, which is searched for *.scenario.yaml; or FILE:LINE, for the
                scenario, or the row of its cases, at that line.

                exit code: 0 all passed, 1 a scenario failed, 2 a file is not a valid scenario, 3 nothing was
                selected, or could be checked on this kernel, 4 a scenario has too many states to be decided, 64 the
                command line is wrong, or its kernel is not available, 70 a bug in mmaplab; or the most severe.

                examples:
                  mmaplab run scenarios/fork --tag 'private and not anonymous' --fail-fast
                  mmaplab run scenarios --on linux --repeat 100 --shard 2/5
                  mmaplab run scenarios --on linux --parallel 1000
                  mmaplab run scenarios --report junit=report.xml --report html=report.html
                """;
    }

    @Override
    public Syntax syntax() {
        return Kernels.addTo(Portion.addTo(Selection.addTo(new Syntax())))
                .value("j", "jobs", "N", "play N at once; the default is one per processor")
                .value("repeat", "N", "play each scenario N times, or until it fails")
                .value("parallel", "N", "with --on linux: run the branches at once, N times")
                .value("order", "BRANCHES", "play one scenario in the order that begins so, as in alice,bob,alice")
                .value("max-states", "N", "search the orders of a scenario up to N states (2000000)")
                .flag("fail-fast", "stop after the first scenario that fails")
                .flag("mutants", "list the broken kernels that the expectations would not notice")
                .value(
                        "report",
                        "FORMAT=FILE",
                        "also write a report, repeatable: text, junit, xunit, tap, tap13, json, jsonl, html, github"
                                + " (automatic in GitHub Actions); - is standard output")
                .flag("q", "quiet", "print nothing if all is well")
                .flag("v", "verbose", "name every scenario; print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        long begun = host.clock().nanos();
        List<String> paths = PathOperands.required("run", arguments);
        Selection selection = Selection.of(arguments);
        LastFailed lastFailed = LastFailed.of(host);
        Portion portion = Portion.of(arguments, lastFailed, host);
        int repeat = NumberOptions.of(arguments, "repeat", 1, MOST_REPETITIONS);
        int mostStates = NumberOptions.of(arguments, "max-states", Exploration.MOST_STATES, Integer.MAX_VALUE);
        int parallelRuns = ParallelOption.runs(arguments);
        int jobs = parallelRuns > 0 && !arguments.has("jobs") ? 1 : Jobs.of(arguments);
        Progress progress = new Progress(host, !arguments.has("quiet") && !arguments.has("verbose"));
        try (Kernels kernels = Kernels.of(arguments, host);
                ReportFiles reports = ReportFiles.open(arguments, console(arguments, host), host)) {
            if (arguments.has("mutants") && reports.ownStandardOutput()) {
                throw new UsageException(
                        "`--mutants` writes to standard output, which belongs to a report",
                        "write the report to a file, or leave out `--mutants`");
            }
            ReadResult read = FileLoader.read(Finder.find(paths, host), jobs, progress);
            ReadResult selected = ChosenOrder.ofOnly(selection.of(read), arguments);
            ReadResult played = portion.of(selected);
            if (parallelRuns > 0) {
                ParallelOption.check(selected, played, host);
            }
            boolean failFast = arguments.has("fail-fast");
            Player player = new Player(host, kernels, mostStates, parallelRuns);
            ExitCode code = new ScenarioRun(host, player, reports, progress, failFast, repeat, lastFailed)
                    .play(played, selected.scenarios().size(), jobs, begun);
            if (reports.failure() != null) {
                throw new UsageException(reports.failure());
            }
            if (arguments.has("mutants")) {
                reports.text(() -> MutationRun.each(played.scenarios(), jobs, host, progress));
            }
            return SelectionCheck.exitCode(selected, read, code, host);
        }
    }

    private static Report console(Arguments arguments, Host host) throws UsageException {
        boolean simulated = !arguments.has("on") || "simulated".equals(arguments.last("on"));
        return new TextReport(
                host.out(),
                Colors.palette(arguments, host),
                Details.of(arguments),
                host.outIsTerminal(),
                simulated ? Storyboards::of : null);
    }
}
