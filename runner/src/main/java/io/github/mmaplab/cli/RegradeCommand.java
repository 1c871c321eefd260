package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.grade.OldResults;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.exercise.Assignment;

/** {@code mmaplab regrade}. */
final class RegradeCommand implements ExerciseCommand {

    @Override
    public String operands() {
        return "[options] RESULTS.json";
    }

    @Override
    public String summary() {
        return "grade a class again after a change to the exercise: who gains, who loses";
    }

    @Override
    public String details() {
        return """
                RESULTS.json is what `mmaplab grade --out` wrote. It contains every answer as it was given, so that you
                need not collect the predictions again. The policies of that run apply, and each student keeps the
                variant that was handed out; an exercise that no longer has it is refused.

                exit code: 0 graded again, 2 the exercise is not valid, 64 the command line is wrong, or the results
                belong to another exercise or variant secret.

                examples:
                  mmaplab regrade results/results.json
                  mmaplab regrade results/results.json --exercise cow.exercise.yaml --out regraded
                """;
    }

    @Override
    public Syntax syntax() {
        return OldResults.addTo(Secrets.addTo(new Syntax()))
                .value(
                        "exercise",
                        "FILE",
                        "the exercise as it is now; the default is the file that the class was graded with")
                .flag("keep-better", "no student loses: the better share of the points counts")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        String written = arguments.operand();
        if (written == null) {
            throw new UsageException(
                    "`mmaplab regrade` needs the results of a class",
                    "write `mmaplab regrade results/results.json`",
                    Arguments.helpOn("regrade"));
        }
        OldResults results = OldResults.open(written, host);
        String named = arguments.only("exercise", "results are of one exercise");
        String file = named == null ? results.exercise() : named;
        Assignment assignment = ExerciseFile.read(file, arguments, Colors.palette(arguments, host), host);
        return results.regrade(assignment, file, arguments, host);
    }
}
