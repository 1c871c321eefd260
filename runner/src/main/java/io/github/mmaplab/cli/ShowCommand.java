package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.show.Subject;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.listing.Listing;
import io.github.mmaplab.listing.ListingText;
import java.util.List;

/** {@code mmaplab show}. */
final class ShowCommand implements ExerciseCommand {
    /** The values of {@code --as}. */
    static final List<String> FORMS = List.of("c");

    @Override
    public String operands() {
        return "[options] FILE[:LINE]";
    }

    @Override
    public String summary() {
        return "show a scenario in another form: as C";
    }

    @Override
    public String details() {
        return """
                With --as c, shows the scenario, or a variant of an exercise, as a teacher would write it on the board:
                short C with numbered lines, without error checks. A single program if its child runs while the parent
                waits, otherwise one column for each process. `mmaplab export c` writes a program that checks itself.

                exit code: 0 shown, 2 the file is not valid, 64 the command line is wrong

                examples:
                  mmaplab show cow.scenario.yaml --as c
                  mmaplab show fork-private.exercise.yaml --variant 1 --as c
                """;
    }

    @Override
    public Syntax syntax() {
        return Subject.addTo(new Syntax().value("as", "FORM", "show it in this form: c"))
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        String form = arguments.only("as", "choose one form");
        if (form == null) {
            throw new UsageException(
                    "`mmaplab show` needs a form", "write `--as c` to see the scenario as C", Arguments.helpOn("show"));
        }
        if (!FORMS.contains(form)) {
            throw new UsageException(
                    "`--as` does not support the form `" + form + "`",
                    Suggestions.nearestOr(form, FORMS, "write `--as c`"));
        }
        host.out().print(ListingText.of(Listing.of(Subject.of(arguments, Colors.palette(arguments, host), host))));
        return ExitCode.PASSED;
    }
}
