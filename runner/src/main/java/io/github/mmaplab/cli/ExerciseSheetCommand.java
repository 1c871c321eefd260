package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.HandoutFiles;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.FileNames;
import io.github.mmaplab.handout.Handout;
import io.github.mmaplab.handout.SharedVariants;
import io.github.mmaplab.handout.sheet.FormHtml;
import io.github.mmaplab.handout.sheet.PredictionTemplate;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.handout.sheet.SheetHtml;
import io.github.mmaplab.handout.sheet.SheetMarkdown;
import io.github.mmaplab.handout.study.SelfStudy;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.Presentation;
import io.github.mmaplab.scenario.model.Variant;
import java.util.List;
import java.util.Map;

/** {@code mmaplab exercise sheet}. */
final class ExerciseSheetCommand implements ExerciseCommand {
    private static final String NAME = "exercise sheet";

    private static final String PRESENTATION = "presentation";
    private static final String NO_HINTS = "no-hints";
    private static final String FORM = "form";
    private static final String SELF_STUDY = "self-study";

    @Override
    public String operands() {
        return "[options] FILE --out DIR";
    }

    @Override
    public String summary() {
        return "write each student's sheet and a prediction file to fill in";
    }

    @Override
    public String details() {
        return """
                Writes ID.sheet.md, ID.sheet.html and ID.prediction.yaml for each student. None of them gives an answer
                away. A student always gets the same variant; the members of a group share one. If the exercise does not
                vary, one sheet serves all students, and you name none.

                ID.form.html is the sheet with fields for the answers; it saves the prediction file, needs no network,
                and gives no answer away either. ID.self-study.html asks each question before the step that decides
                it, then shows the step, the answer and the reason: it contains the answers, and is not for grades.

                An older sheet of the same exercise is replaced. A prediction that has been filled in is not, and neither
                is a file of another exercise: give each exercise a folder of its own.

                exit code: 0 written, 2 the exercise or the roster is not valid, 64 the command line is wrong, or a file
                is in the way

                examples:
                  mmaplab exercise sheet fork-private.exercise.yaml --roster class.csv --out sheets
                  mmaplab exercise sheet fork-private.exercise.yaml --student s1024 --out . --presentation c
                """;
    }

    @Override
    public Syntax syntax() {
        Syntax syntax = Secrets.addTo(Students.addTo(new Syntax()));
        return syntax.value("out", "DIR", "write the files to this folder")
                .value(PRESENTATION, "AS", "show what happens as words or c; the default is in the exercise, or words")
                .flag(NO_HINTS, "leave out the hints, as for an exam")
                .flag(FORM, "also write ID.form.html, on which answers are typed")
                .flag(SELF_STUDY, "also write ID.self-study.html, which contains the answers")
                .flag("q", "quiet", "print nothing if all is well")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        String file = ExerciseFile.operand(NAME, arguments);
        String out = arguments.only("out", "name one folder");
        if (out == null) {
            throw new UsageException(
                    "`mmaplab " + NAME + "` needs an output folder", "write `--out sheets`", Arguments.helpOn(NAME));
        }
        Palette palette = Colors.palette(arguments, host);
        Assignment assignment = ExerciseFile.read(file, arguments, palette, host);
        HandoutFiles files = HandoutFiles.in(out, host);
        return Students.areNamed(arguments)
                ? each(assignment, arguments, files, palette, host)
                : all(assignment, arguments, files, host);
    }

    private static ExitCode all(Assignment assignment, Arguments arguments, HandoutFiles files, Host host)
            throws UsageException {
        Handout handout = handout(assignment, arguments);
        if (!handout.isSameForAll()) {
            throw new UsageException(
                    "the exercise varies: each student has a sheet of their own",
                    "name the students with `--student ID` or `--roster FILE`");
        }
        String name = FileNames.of(assignment.id());
        add(files, name, sheet(handout.sheetForAll(), arguments), arguments);
        if (arguments.has(SELF_STUDY)) {
            Sheet inWords = new Handout(assignment, Presentation.WORDS).sheetForAll();
            addSelfStudy(files, name, inWords, SelfStudy.of(assignment, Variant.ONLY, inWords));
        }
        files.write();
        return tell(arguments, host, "wrote one sheet for all students, and a prediction to fill in\n");
    }

    private static ExitCode each(
            Assignment assignment, Arguments arguments, HandoutFiles files, Palette palette, Host host)
            throws UsageException {
        Roster roster = Students.of(arguments, palette, host);
        Secrets.warn(assignment, host);
        Handout handout = handout(assignment, arguments);
        Map<String, String> names =
                FileNames.of(roster.students().stream().map(Student::id).toList());
        for (Student student : roster.students()) {
            String name = names.getOrDefault(student.id(), "");
            add(files, name, sheet(handout.sheet(student), arguments), arguments);
            if (arguments.has(SELF_STUDY)) {
                Sheet inWords = new Handout(assignment, Presentation.WORDS).sheet(student);
                Variant variant = assignment.variantOf(student.subject());
                addSelfStudy(files, name, inWords, SelfStudy.of(assignment, variant, inWords));
            }
        }
        files.write();
        return tell(
                arguments,
                host,
                "wrote " + Counts.of(files.size(), "file") + "\n" + new SharedVariants(assignment, roster).text());
    }

    private static Handout handout(Assignment assignment, Arguments arguments) throws UsageException {
        String written = arguments.only(PRESENTATION, "a sheet has one presentation");
        if (written == null) {
            return new Handout(assignment);
        }
        for (Presentation presentation : Presentation.values()) {
            if (presentation.word().equals(written)) {
                return new Handout(assignment, presentation);
            }
        }
        throw new UsageException(
                "`--presentation` does not support `" + written + "`",
                Suggestions.nearestOr(written, List.of("words", "c"), "write `--presentation c`, or `words`"));
    }

    private static Sheet sheet(Sheet sheet, Arguments arguments) {
        return arguments.has(NO_HINTS) ? sheet.withoutHints() : sheet;
    }

    private static void add(HandoutFiles files, String name, Sheet sheet, Arguments arguments) {
        files.add(name + ".sheet.md", SheetMarkdown.of(sheet), SheetMarkdown.MARK, SheetMarkdown.exercise(sheet));
        files.add(name + ".sheet.html", SheetHtml.of(sheet), Page.MARK, SheetHtml.exercise(sheet));
        files.add(
                name + PredictionReader.ENDING,
                PredictionTemplate.of(sheet),
                PredictionTemplate.MARK,
                PredictionTemplate.exercise(sheet));
        if (arguments.has(FORM)) {
            String form = FormHtml.of(sheet, name + PredictionReader.ENDING);
            files.add(name + ".form.html", form, Page.MARK, SheetHtml.exercise(sheet));
        }
    }

    private static void addSelfStudy(HandoutFiles files, String name, Sheet sheet, String page) {
        files.add(name + ".self-study.html", page, Page.MARK, SheetHtml.exercise(sheet));
    }

    private static ExitCode tell(Arguments arguments, Host host, String what) {
        if (!arguments.has("quiet")) {
            host.out().print(what);
        }
        return ExitCode.PASSED;
    }
}
