package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.show.FigureFiles;
import io.github.mmaplab.cli.show.Subject;
import io.github.mmaplab.cli.show.Terminal;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.failure.OutcomeWords;
import io.github.mmaplab.listing.Listing;
import io.github.mmaplab.listing.ListingText;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.picture.text.StoryboardText;
import io.github.mmaplab.picture.text.Style;
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

    /** The options that select what is shown of a run. */
    private static final List<String> PARTS = List.of("step", "last", "all", "json", "html", "svg", "tikz", "dot");

    /** The options that make no sense with {@code --as}. */
    private static final List<String> OF_A_RUN =
            List.of("step", "last", "all", "json", "html", "svg", "tikz", "dot", "order", "ascii");

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
                Shows each moment of a run on the simulated kernel; of a moment after the first, what has changed, with
                `*` and a thick arrow. With --step, both moments are side by side if there are 115 columns. Of concurrent
                steps the order is shown that --order begins, or the shortest that breaks the scenario, or the first.
                Figures are step-0 (the beginning), step-1 and so on; --svg also writes strip.svg, all of them, and
                animated.svg. --as c shows a scenario, or a variant of an exercise, as short C with numbered lines.

                exit code: 0 shown, whether it passes or fails, 2 the file is not valid, 64 the command line is wrong

                examples:
                  mmaplab show cow.scenario.yaml --step 2
                  mmaplab show cow.scenario.yaml --html cow.html
                  mmaplab show fork-private.exercise.yaml --variant 1 --as c
                """;
    }

    @Override
    public Syntax syntax() {
        Syntax syntax = new Syntax()
                .value("step", "STEP", "show the moments before and after this step (number or label)")
                .flag("last", "show the last moment")
                .flag("all", "show each moment as a whole")
                .flag("ascii", "draw with ASCII; the default depends on the locale")
                .flag("json", "write the whole run as JSON")
                .value("order", "BRANCHES", "show the order that begins with these branches, as in alice,bob,alice")
                .value("as", "FORM", "show the scenario in this form: c");
        return Subject.addTo(FigureFiles.addTo(syntax))
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        String form = form(arguments);
        Scenario scenario = Subject.of(arguments, Colors.palette(arguments, host), host);
        if (form == null) {
            run(scenario, arguments, host);
        } else {
            host.out().print(ListingText.of(Listing.of(scenario)));
        }
        return ExitCode.PASSED;
    }

    /** The value of {@code --as}; null if a run is shown. */
    private static @Nullable String form(Arguments arguments) throws UsageException {
        String form = arguments.only("as", "choose one form");
        if (form != null && !FORMS.contains(form)) {
            throw new UsageException(
                    "`--as` does not support the form `" + form + "`",
                    Suggestions.nearestOr(form, FORMS, "write `--as c`"));
        }
        List<String> given = PARTS.stream().filter(arguments::has).toList();
        if (given.size() > 1) {
            throw new UsageException(
                    "`--" + given.get(0) + "` can't be combined with `--" + given.get(1) + "`", "choose one of them");
        }
        for (String option : OF_A_RUN) {
            if (form != null && arguments.has(option)) {
                throw new UsageException(
                        "`--" + option + "` can't be combined with `--as`", "leave out `--as` to see what a run does");
            }
        }
        return form;
    }

    private static void run(Scenario concurrent, Arguments arguments, Host host) throws UsageException {
        Scenario scenario = ChosenOrder.of(concurrent, arguments);
        String wanted = arguments.only("step", "show one step, or leave it out to see all");
        int step = wanted == null ? 0 : StepArguments.moment(scenario, wanted);
        Storyboard storyboard = Storyboards.of(scenario);
        if (arguments.has("json")) {
            json(storyboard, host);
            return;
        }
        if (FigureFiles.OPTIONS.stream().anyMatch(arguments::has)) {
            FigureFiles.write(concurrent, scenario, storyboard, arguments, host);
            return;
        }
        if (step >= storyboard.moments().size()) {
            throw new UsageException(
                    "the run does not reach step `" + wanted + "`: it stops "
                            + storyboard
                                    .moments()
                                    .get(storyboard.moments().size() - 1)
                                    .when(),
                    "`--last` shows how far it comes");
        }
        Style style = Terminal.style(arguments, host);
        if (scenario.order().isPresent()) {
            host.out().println(OutcomeWords.oneOf(concurrent) + ":");
        }
        host.out()
                .print(
                        wanted != null
                                ? StoryboardText.beforeAndAfter(storyboard, step, style)
                                : arguments.has("last")
                                        ? StoryboardText.last(storyboard, style)
                                        : arguments.has("all")
                                                ? StoryboardText.all(storyboard, style)
                                                : StoryboardText.story(storyboard, style));
    }

    private static void json(Storyboard storyboard, Host host) {
        try {
            RecordingJson.write(storyboard, Version.number(), host.out());
        } catch (IOException e) {
            throw new UncheckedIOException("standard output keeps its failures to itself", e);
        }
    }
}
