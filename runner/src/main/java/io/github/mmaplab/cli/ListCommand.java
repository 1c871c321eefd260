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
import io.github.mmaplab.cli.select.Selection;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;

/** {@code mmaplab list}. */
final class ListCommand implements Command {

    @Override
    public String operands() {
        return "[options] PATH...";
    }

    @Override
    public String summary() {
        return "list scenarios: the place, title and tags of each";
    }

    @Override
    public String details() {
        return """
                Each line begins with FILE:LINE, which `mmaplab run` accepts.

                exit code: 0 something was listed, 2 a file is not a valid scenario, 3 nothing was selected

                examples:
                  mmaplab list scenarios
                  mmaplab list scenarios --tag fork --name child
                """;
    }

    @Override
    public Syntax syntax() {
        return Selection.addTo(new Syntax())
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> paths = PathOperands.required("list", arguments);
        Selection selection = Selection.of(arguments);
        Palette palette = Colors.palette(arguments, host);
        ReadResult read = FileLoader.read(Finder.find(paths, host), Jobs.of(arguments), new Progress(host, true));
        ReadResult selected = selection.of(read);
        for (Scenario scenario : selected.scenarios()) {
            host.out().println(line(scenario, palette));
        }
        host.out().flush();
        DiagnosticPrinter printer = new DiagnosticPrinter(Palette.PLAIN);
        for (String problem : printer.printEach(read.diagnostics())) {
            host.err().println(problem);
        }
        ExitCode code = read.hasErrors() ? ExitCode.INVALID : ExitCode.PASSED;
        return SelectionCheck.exitCode(selected, read, code, host);
    }

    private static String line(Scenario scenario, Palette palette) {
        String tags = scenario.tags().isEmpty()
                ? ""
                : "  " + palette.paint(Palette.Part.HELP, "[" + String.join(", ", scenario.tags()) + "]");
        return palette.paint(Palette.Part.FRAME, Titles.place(scenario)) + "  " + Titles.of(scenario) + tags;
    }
}
