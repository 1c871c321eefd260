package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.cli.play.Reading;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.explain.Explainer;
import io.github.mmaplab.explain.ExplanationText;
import io.github.mmaplab.explain.Literals;
import io.github.mmaplab.report.Titles;
import io.github.mmaplab.scenario.FolderSearch;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.decode.LocationReader;
import io.github.mmaplab.scenario.decode.Suggestions;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.text.Medium;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code mmaplab why}. */
final class WhyCommand implements Command {
    private static final int MOST_BYTES = 1 << 20;

    @Override
    public Operand operand() {
        return Operand.FILE;
    }

    @Override
    public String operands() {
        return "[options] FILE[:LINE] LOCATION";
    }

    @Override
    public String summary() {
        return "explain what is seen at a place, and why: who wrote it, and which writes do not reach it";
    }

    @Override
    public String details() {
        return """
                LOCATION is written as in the scenario: alice.p, 'alice.p + 1 page', data.txt+4K. What it tells are the
                few steps that decide, and the rules of Linux without which something else would be seen.

                Where steps are concurrent, one order is explained: the one that --order begins, else the shortest that
                breaks the scenario, else the first. Steps have the numbers that they have in the file.

                exit code: 0 explained, 2 the file is not a valid scenario, 64 the command line is wrong

                examples:
                  mmaplab why cow.scenario.yaml bob.q
                  mmaplab why cow.scenario.yaml alice.p --after 1
                  mmaplab why race.scenario.yaml bob.q --order bob,alice
                  mmaplab why four-kinds.scenario.yaml:47 'parent.p + 1 page' --length 16
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax()
                .value(
                        "after",
                        "STEP",
                        "the moment: the number of a step, 0 for the beginning, or a label; else the end")
                .value(
                        "order",
                        "BRANCHES",
                        "where steps are concurrent: whose turn it is, step after step, as in alice,bob,alice")
                .value("length", "N", "how many bytes; else as many as the longest literal in the scenario has")
                .flag("v", "verbose", "say more when mmaplab itself is wrong");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> operands = arguments.operands();
        if (operands.size() < 2) {
            throw new UsageException(
                    "`mmaplab why` needs the path of a scenario file and a location",
                    "write `mmaplab why cow" + FolderSearch.ENDING + " alice.p`",
                    Arguments.helpOn("why"));
        }
        Progress progress = new Progress(host, false);
        ReadResult read = Reading.read(Finder.find(operands.subList(0, 1), host), 1, progress);
        DiagnosticPrinter printer = new DiagnosticPrinter(Palette.PLAIN);
        for (String problem : printer.printEach(read.diagnostics())) {
            host.err().println(problem);
        }
        if (read.hasErrors()) {
            return ExitCode.INVALID;
        }
        Scenario concurrent = only(read.scenarios());
        Scenario scenario = ChosenOrder.of(concurrent, arguments);
        int step = step(scenario, arguments);
        long length = length(scenario, arguments);
        Optional<Location> location = location(scenario, operands, printer, host);
        if (location.isEmpty()) {
            return ExitCode.USAGE;
        }
        if (scenario.order().isPresent()) {
            host.out()
                    .println(
                            "in the order " + scenario.order().get().words() + ", one of " + concurrent.orders() + ":");
        }
        host.out()
                .print(Medium.LINES.fit(ExplanationText.of(Explainer.content(scenario, step, location.get(), length))));
        return ExitCode.PASSED;
    }

    private static Scenario only(List<Scenario> scenarios) throws UsageException {
        if (scenarios.size() != 1) {
            throw new UsageException(
                    "there are " + scenarios.size() + " scenarios here, and a place is in one",
                    scenarios.isEmpty()
                            ? "name a scenario file"
                            : "`" + Titles.place(scenarios.get(0))
                                    + "` is the first; `mmaplab list` shows where the others stand");
        }
        return scenarios.get(0);
    }

    /** What the shell has taken apart at spaces is one location. */
    private static Optional<Location> location(
            Scenario scenario, List<String> operands, DiagnosticPrinter printer, Host host) {
        Problems problems = new Problems();
        String written = String.join(" ", operands.subList(1, operands.size()));
        Optional<Location> location = LocationReader.read(scenario, new Source("LOCATION", written), problems);
        for (String problem : printer.printEach(problems.all())) {
            host.err().println(problem);
        }
        return location;
    }

    private static int step(Scenario scenario, Arguments arguments) throws UsageException {
        String written = arguments.only("after", "name one moment");
        int steps = scenario.steps().size();
        if (written == null) {
            return steps;
        }
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            Step step = scenario.steps().get(i);
            step.info().label().ifPresent(labels::add);
            if (step.info().label().equals(Optional.of(written))) {
                return i + 1;
            }
        }
        int number = number(written);
        if (number < 0 || number > steps) {
            String nearest = Suggestions.nearest(written, labels);
            throw new UsageException(
                    "there is no step `" + written + "` in this scenario, which has " + Counts.of(steps, "step"),
                    nearest == null
                            ? "write a number from 0, which is before the first step, to " + steps + ", or a label"
                            : Suggestions.didYouMean(nearest));
        }
        return number == 0 ? 0 : scenario.played(number);
    }

    private static long length(Scenario scenario, Arguments arguments) throws UsageException {
        String written = arguments.only("length", "give one length");
        if (written == null) {
            return Literals.longest(scenario);
        }
        int number = number(written);
        if (number < 1 || number > MOST_BYTES) {
            throw new UsageException(
                    "`--length` is a number of bytes, 1 to " + MOST_BYTES + ", not `" + written + "`",
                    "leave it out for as many as the longest literal in the scenario has");
        }
        return number;
    }

    /** The number that is written; -1 if it is none, or a longer one than is wanted anywhere. */
    private static int number(String written) {
        return written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : -1;
    }
}
