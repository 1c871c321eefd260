package io.github.mmaplab.cli;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Explained;
import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.play.FileLoader;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.cli.teach.WantedVariants;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.ExplanationText;
import io.github.mmaplab.failure.OutcomeWords;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.file.FolderSearch;
import io.github.mmaplab.report.json.ExplanationJson;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import io.github.mmaplab.text.Medium;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code mmaplab why}. */
final class WhyCommand implements ExerciseCommand {
    private static final String JSON = "json";

    @Override
    public String operands() {
        return "[options] FILE[:LINE] WHAT";
    }

    @Override
    public String summary() {
        return "explain why something is seen: which steps decide, and which writes do not show";
    }

    @Override
    public String details() {
        String details = """
                WHAT is a place as in the scenario (alice.p, 'alice.p + 1 page', data.txt+4K), a process, or memory.
                In an exercise it is the name of a question. With --step, leave WHAT out.

                --about selects a property, the first by default:
                  of a place in memory  {MEMORY}
                  of a file             {FILE}
                  of a process          {PROCESS}
                  of memory             {MACHINE}

                The explanation names the steps and rules without which the result would be different. Of concurrent
                steps it explains the order that --order begins, or else the shortest that breaks the scenario.

                exit code: 0 explained, 2 the file is not valid, 64 the command line is wrong

                examples:
                  mmaplab why cow.scenario.yaml bob.q
                  mmaplab why cow.scenario.yaml alice.p --same-page-as bob.q --after 1
                  mmaplab why cow.scenario.yaml --step 2
                  mmaplab why fork.exercise.yaml child --student s1024
                """;
        for (Property.Owner owner : Property.Owner.values()) {
            details = details.replace("{" + owner + "}", String.join(", ", WhyQuestion.topics(owner)));
        }
        return details;
    }

    @Override
    public Syntax syntax() {
        Syntax syntax = new Syntax()
                .value("after", "STEP", "after this step (number or label, 0: the beginning); default: the end")
                .value("step", "STEP", "explain the outcome of the step with this number or label")
                .value("about", "FACET", "the property: " + String.join(", ", others()))
                .value("same-page-as", "PLACE", "explain whether both places are on the same physical page")
                .value("order", "BRANCHES", "explain the order that begins with these branches, as in alice,bob,alice")
                .value("length", "N", "the number of bytes; the default is the length of the longest literal")
                .flag("json", "write the facts as JSON")
                .value("variant", "N", "the N-th variant of an exercise, from 1");
        return Secrets.addTo(Students.addTo(syntax))
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    /** What can be asked about anything, besides the defaults. */
    private static Set<String> others() {
        Set<String> others = new LinkedHashSet<>();
        for (Property.Owner owner : Property.Owner.values()) {
            List<String> topics = WhyQuestion.topics(owner);
            others.addAll(topics.subList(1, topics.size()));
        }
        return others;
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        List<String> operands = arguments.operands();
        boolean step = arguments.only("step", "ask about one step") != null;
        if (operands.isEmpty() || (operands.size() < 2) != step) {
            throw new UsageException(
                    step && operands.size() > 1
                            ? "`--step` can't be combined with `" + operands.get(1) + "`"
                            : "`mmaplab why` needs the path of a scenario file and a location",
                    "write `mmaplab why cow" + FolderSearch.ENDING
                            + " alice.p`, or `--step 2` in place of the location",
                    Arguments.helpOn("why"));
        }
        return operands.get(0).endsWith(Assignment.ENDING)
                ? ofExercise(operands, arguments, host)
                : ofScenario(operands, arguments, host);
    }

    private static ExitCode ofScenario(List<String> operands, Arguments arguments, Host host) throws UsageException {
        ReadResult read = FileLoader.read(Finder.find(operands.subList(0, 1), host), 1, new Progress(host, false));
        DiagnosticPrinter printer = new DiagnosticPrinter(Palette.PLAIN);
        for (String problem : printer.printEach(read.diagnostics())) {
            host.err().println(problem);
        }
        if (read.hasErrors()) {
            return ExitCode.INVALID;
        }
        Scenario concurrent = only(read.scenarios());
        Scenario scenario = ChosenOrder.of(concurrent, arguments);
        Optional<Explanation> explanation =
                new WhyQuestion(scenario, arguments, host).answer(operands.subList(1, operands.size()));
        if (explanation.isEmpty()) {
            return ExitCode.USAGE;
        }
        if (scenario.order().isPresent() && !arguments.has(JSON)) {
            host.out()
                    .println(
                            OutcomeWords.in(scenario, Integer.MAX_VALUE) + ", " + OutcomeWords.oneOf(concurrent) + ":");
        }
        return print(scenario, explanation.get(), arguments, host);
    }

    private static ExitCode ofExercise(List<String> operands, Arguments arguments, Host host) throws UsageException {
        String file = operands.get(0);
        Assignment assignment = ExerciseFile.read(file, arguments, Palette.PLAIN, host);
        Map<Variant, List<String>> wanted = WantedVariants.of(assignment, arguments, Palette.PLAIN, host);
        if (wanted.size() != 1) {
            throw new UsageException("an answer belongs to one variant", "name one student, or `--variant N`");
        }
        AnswerKey key = assignment.key(wanted.keySet().iterator().next());
        String name = String.join(" ", operands.subList(1, operands.size()));
        Question question = key.questions().get(name);
        if (question == null) {
            throw new UsageException(
                    "there is no question `" + name + "` in this exercise",
                    Suggestions.nearestOr(
                            name,
                            List.copyOf(key.questions().keySet()),
                            "the questions are "
                                    + String.join(", ", key.questions().keySet())));
        }
        return print(key.scenario(), Explained.of(key.scenario(), question), arguments, host);
    }

    private static ExitCode print(Scenario scenario, Explanation explanation, Arguments arguments, Host host) {
        host.out()
                .print(
                        arguments.has(JSON)
                                ? ExplanationJson.of(scenario, explanation, Version.number())
                                : Medium.LINES.fit(ExplanationText.of(explanation)));
        return ExitCode.PASSED;
    }

    private static Scenario only(List<Scenario> scenarios) throws UsageException {
        if (scenarios.size() != 1) {
            throw new UsageException(
                    "the selection has " + scenarios.size() + " scenarios, and a place is in one of them",
                    scenarios.isEmpty()
                            ? "name a scenario file"
                            : "`" + Titles.place(scenarios.get(0))
                                    + "` is the first; `mmaplab list` shows where the others are");
        }
        return scenarios.get(0);
    }
}
