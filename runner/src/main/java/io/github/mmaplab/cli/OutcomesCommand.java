package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.NumberOptions;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.play.FileLoader;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.report.OutcomesTable;
import io.github.mmaplab.report.json.OutcomesJson;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.result.Outcomes;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;

/** {@code mmaplab outcomes}. */
final class OutcomesCommand implements Command {

    @Override
    public String operands() {
        return "[options] PATH...";
    }

    @Override
    public String summary() {
        return "list what can be seen at the end of concurrent scenarios, and in how many orders";
    }

    @Override
    public String details() {
        return """
                A row is an outcome: in how many orders it is seen, what is at each place, one of these orders with the
                fewest switches between branches, as --order of show and why takes it, and the lines of the expectations
                at the end that it breaks.

                The places are those that the expectations at the end are about. If there are none, they are those that
                the scenario writes to.

                exit code: 0 listed, 2 a file is not valid, 3 there is no scenario, 4 there are more states than
                --max-states, so that outcomes may be missing, 64 the command line is wrong

                examples:
                  mmaplab outcomes race.scenario.yaml
                  mmaplab outcomes race.scenario.yaml:12 --json
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax()
                .flag("json", "write a document of JSON on one line for each scenario")
                .value("max-states", "N", "search up to N states (2000000)")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        int mostStates = NumberOptions.of(arguments, "max-states", Exploration.MOST_STATES, Integer.MAX_VALUE);
        ReadResult read = FileLoader.read(
                Finder.find(PathOperands.required("outcomes", arguments), host), 1, new Progress(host, false));
        for (String problem : new DiagnosticPrinter(Palette.PLAIN).printEach(read.diagnostics())) {
            host.err().println(problem);
        }
        ExitCode code = read.hasErrors()
                ? ExitCode.INVALID
                : read.scenarios().isEmpty() ? ExitCode.NOTHING_SELECTED : ExitCode.PASSED;
        for (Scenario scenario : read.scenarios()) {
            Outcomes outcomes = Exploration.outcomes(scenario, mostStates);
            host.out()
                    .print(
                            arguments.has("json")
                                    ? OutcomesJson.of(scenario, outcomes, Version.number()) + "\n"
                                    : OutcomesTable.of(scenario, outcomes));
            code = outcomes.complete() ? code : code.and(ExitCode.NOT_DECIDED);
        }
        return code;
    }
}
