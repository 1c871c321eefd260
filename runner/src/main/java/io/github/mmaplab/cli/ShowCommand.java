package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.show.Subject;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.listing.Listing;
import io.github.mmaplab.listing.ListingText;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.report.json.RecordingJson;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mmaplab show}. */
final class ShowCommand implements ExerciseCommand {
    /** The values of {@code --as}. */
    static final List<String> FORMS = List.of("c");

    /** The options that show a run. */
    private static final List<String> OF_A_RUN = List.of("json", "order");

    @Override
    public String operands() {
        return "[options] FILE[:LINE]";
    }

    @Override
    public String summary() {
        return "show what a run of a scenario does to memory, step by step, or the scenario as C";
    }

    @Override
    public String details() {
        return """
                With --json, writes what a run on the simulated kernel shows at each moment: processes, mappings,
                page-table entries, physical pages, files, expectations, and what has changed. The schema is printed
                by `mmaplab schema recording`. Of concurrent steps it shows the order that --order begins, or else the
                shortest that breaks the scenario, or the first.

                With --as c, shows the scenario, or a variant of an exercise, as a teacher would write it on the board:
                short C with numbered lines, without error checks. A single program if its child runs while the parent
                waits, otherwise one column for each process. `mmaplab export c` writes a program that checks itself.

                exit code: 0 shown, whether it passes or fails, 2 the file is not valid, 64 the command line is wrong

                examples:
                  mmaplab show cow.scenario.yaml --json
                  mmaplab show cow.scenario.yaml --as c
                  mmaplab show fork-private.exercise.yaml --variant 1 --as c
                """;
    }

    @Override
    public Syntax syntax() {
        Syntax syntax = new Syntax()
                .flag("json", "write the whole run as JSON")
                .value("order", "BRANCHES", "show the order that begins with these branches, as in alice,bob,alice")
                .value("as", "FORM", "show the scenario in this form: c");
        return Subject.addTo(syntax)
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        String form = form(arguments);
        Scenario scenario = Subject.of(arguments, Colors.palette(arguments, host), host);
        if (form == null) {
            json(Storyboards.of(ChosenOrder.of(scenario, arguments)), host);
        } else {
            host.out().print(ListingText.of(Listing.of(scenario)));
        }
        return ExitCode.PASSED;
    }

    /** The value of {@code --as}; null if a run is shown. */
    private static @Nullable String form(Arguments arguments) throws UsageException {
        String form = arguments.only("as", "choose one form");
        if (form == null && !arguments.has("json")) {
            throw new UsageException(
                    "`mmaplab show` needs a form", "write `--as c` to see the scenario as C", Arguments.helpOn("show"));
        }
        if (form != null && !FORMS.contains(form)) {
            throw new UsageException(
                    "`--as` does not support the form `" + form + "`",
                    Suggestions.nearestOr(form, FORMS, "write `--as c`"));
        }
        for (String option : OF_A_RUN) {
            if (form != null && arguments.has(option)) {
                throw new UsageException(
                        "`--" + option + "` can't be combined with `--as`", "leave out `--as` to see what a run does");
            }
        }
        return form;
    }

    private static void json(Storyboard storyboard, Host host) {
        try {
            RecordingJson.write(storyboard, Version.number(), host.out());
        } catch (IOException e) {
            throw new UncheckedIOException("standard output keeps its failures to itself", e);
        }
    }
}
