package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.grade.Grading;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Jobs;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.gradebook.CanvasGradebook;
import io.github.mmaplab.grading.GradedClass;
import java.util.List;
import java.util.Optional;

/** {@code mmaplab grade}. */
final class GradeCommand implements ExerciseCommand {

    @Override
    public String operands() {
        return "[options] EXERCISE PATH...";
    }

    @Override
    public String summary() {
        return "grade predictions: one file, or a whole class";
    }

    @Override
    public String details() {
        return """
                PATH is a prediction file, or a folder, which is searched for *.prediction.yaml and for other YAML
                files that contain predictions. A student who handed in nothing is missing, not graded with zero.
                A run that was killed continues where it stopped.

                exit code: 0 everything was graded, 1 a file could not be graded, or its student is unknown, 2 the
                exercise or the roster is not valid, 3 there is nothing to grade, 64 the command line is wrong.

                examples:
                  mmaplab grade cow.exercise.yaml s1024.prediction.yaml --feedback why
                  mmaplab grade cow.exercise.yaml handed-in --roster class.csv --out results
                  mmaplab grade cow.exercise.yaml handed-in --due 2026-12-01T23:59:00+01:00 --late 10%
                  mmaplab grade cow.exercise.yaml handed-in --canvas grades.csv --column 'Fork (17)' --out results
                """;
    }

    @Override
    public Syntax syntax() {
        return Grading.addTo(Secrets.addTo(Students.addTo(new Syntax())))
                .value("j", "jobs", "N", "grade N files at once; the default is one per processor")
                .flag("q", "quiet", "show no progress")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        if (arguments.operands().size() < 2) {
            throw new UsageException(
                    "`mmaplab grade` needs an exercise file and predictions",
                    "write `mmaplab grade cow.exercise.yaml handed-in`",
                    Arguments.helpOn("grade"));
        }
        String file = arguments.operands().get(0);
        List<String> paths =
                arguments.operands().subList(1, arguments.operands().size());
        Palette palette = Colors.palette(arguments, host);
        Assignment assignment = ExerciseFile.read(file, arguments, palette, host);
        Optional<CanvasGradebook> gradebook = Grading.gradebook(arguments, host);
        Roster whole = Students.inRoster(arguments, palette, host);
        Optional<Roster> named = Students.areNamed(arguments)
                ? Optional.of(Students.among(whole, arguments))
                : gradebook.map(CanvasGradebook::roster);
        GradedClass graded = new GradedClass(named, arguments.has("roster") ? Optional.of(whole) : named);
        Secrets.warn(assignment, host);
        return new Grading(host, arguments, assignment, file, gradebook).grade(paths, graded, Jobs.of(arguments));
    }
}
