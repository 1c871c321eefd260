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
import io.github.mmaplab.exercise.VariantException;
import java.util.Optional;

/** {@code mmaplab regrade}. */
final class RegradeCommand implements Command {

    @Override
    public Operand operand() {
        return Operand.FILE;
    }

    @Override
    public String operands() {
        return "[options] RESULTS.json";
    }

    @Override
    public String summary() {
        return "grade a class anew after a change to the exercise: who gains, who loses";
    }

    @Override
    public String details() {
        return """
                RESULTS.json is what `mmaplab grade --out` wrote: it holds every answer as it was given, so that
                nothing has to be collected again. The policies are those of then, and each student's variant is
                the one that was handed out: an exercise that has lost it is refused.

                exit code: 0 graded anew, 2 the exercise is not valid, 64 the command line is wrong, or the
                results are of another exercise or variant secret.

                examples:
                  mmaplab regrade results/results.json
                  mmaplab regrade results/results.json --exercise cow.exercise.yaml --out regraded
                """;
    }

    @Override
    public Syntax syntax() {
        return OldResults.addTo(Secrets.addTo(new Syntax()))
                .value("exercise", "FILE", "the exercise as it is now; else the file that was graded with then")
                .flag("keep-better", "nobody loses: who had a greater share of the points keeps it")
                .flag("v", "verbose", "say more when mmaplab itself is wrong")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
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
        Optional<Assignment> assignment =
                ExerciseFile.read(file, Secrets.of(arguments, file, host), Colors.palette(arguments, host), host);
        if (assignment.isEmpty()) {
            return ExitCode.INVALID;
        }
        try {
            return results.regrade(assignment.get(), file, arguments, host);
        } catch (VariantException e) {
            host.err().println("error: " + e.getMessage());
            return ExitCode.INVALID;
        }
    }
}
