package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.edit.Blessing;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Kernels;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.cli.select.Found;
import io.github.mmaplab.cli.select.ScenarioFile;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import java.util.List;

/** {@code mmaplab bless}. */
final class BlessCommand implements Command {
    /** The variables that CI services set. */
    private static final List<String> CI = List.of(
            "CI",
            "GITHUB_ACTIONS",
            "GITLAB_CI",
            "TF_BUILD",
            "JENKINS_URL",
            "BUILDKITE",
            "CIRCLECI",
            "TEAMCITY_VERSION",
            "TRAVIS");

    @Override
    public String operands() {
        return "[options] FILE...";
    }

    @Override
    public String summary() {
        return "fill in the values that a scenario leaves open";
    }

    @Override
    public String details() {
        return """
                Write an expectation, a facet, or a step's `fails`, `raises` or `dies` with no value after the colon:
                bless fills the value in and prints the change. A value that the file already states is corrected
                only with --replace. Nothing else in the file changes, and nothing is written unless the scenario
                then passes. Read the diff: what a run shows is not always right. bless does nothing in CI.

                exit code: 0 done, 1 a file states something else or can't be made to pass, 2 a file is not a
                valid scenario, 64 the command line is wrong, this is CI, or a file can't be written, 70 a bug
                in mmaplab.

                examples:
                  mmaplab bless cow.scenario.yaml
                  mmaplab bless cow.scenario.yaml --replace --dry-run
                  mmaplab bless cow.scenario.yaml --on linux
                """;
    }

    @Override
    public Syntax syntax() {
        return Kernels.addTo(new Syntax())
                .flag("replace", "also correct values that the file states")
                .flag("dry-run", "show what would change; change nothing")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        for (String variable : CI) {
            String value = host.variable(variable);
            if (!value.isEmpty() && !value.equals("false") && !value.equals("0")) {
                throw new UsageException(
                        "`mmaplab bless` does nothing in CI, and the variable " + variable + " says that this is CI",
                        "run it on your own machine, read the diff, and commit the file");
            }
        }
        List<String> paths = PathOperands.required("bless", arguments);
        Palette palette = Colors.palette(arguments, host);
        Found found = Finder.find(paths, host);
        ExitCode code = ExitCode.PASSED;
        for (Diagnostic problem : found.problems()) {
            host.err().println(new DiagnosticPrinter(palette).print(problem));
            code = ExitCode.INVALID;
        }
        try (Kernels kernels = Kernels.of(arguments, host)) {
            Blessing blessing =
                    new Blessing(host, kernels, palette, arguments.has("replace"), arguments.has("dry-run"));
            for (ScenarioFile file : found.files()) {
                code = code.and(blessing.bless(file));
            }
        }
        return code;
    }
}
