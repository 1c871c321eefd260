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
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.FileNames;
import io.github.mmaplab.handout.Rehearsal;
import io.github.mmaplab.handout.sheet.PredictionTemplate;
import io.github.mmaplab.scenario.PredictionReader;
import java.util.List;
import java.util.Map;

/** {@code mmaplab exercise rehearse}. */
final class ExerciseRehearseCommand implements ExerciseCommand {
    private static final String NAME = "exercise rehearse";

    @Override
    public String operands() {
        return "[options] FILE --roster FILE --out DIR";
    }

    @Override
    public String summary() {
        return "fill in predictions as a class might, to try out the grading";
    }

    @Override
    public String details() {
        return """
                One third of the class answers correctly. The others follow, in turn, each misconception that the
                exercise detects; some leave an answer out, or give one that can't be read. Grade these predictions,
                read the summary, and improve the exercise before students see it.

                exit code: 0 written, 2 the exercise or the roster is not valid, 64 the command line is wrong, or a
                file is in the way

                example:
                  mmaplab exercise rehearse cow.exercise.yaml --roster class.csv --out rehearsal
                """;
    }

    @Override
    public Syntax syntax() {
        return Secrets.addTo(Students.addTo(new Syntax()))
                .value("out", "DIR", "write the files to this folder")
                .flag("q", "quiet", "print nothing if all is well")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        String file = ExerciseFile.operand(NAME, arguments);
        String out = arguments.only("out", "name one folder");
        if (out == null || !Students.areNamed(arguments)) {
            throw new UsageException(
                    "`mmaplab " + NAME + "` needs a roster and an output folder",
                    "write `--roster class.csv --out rehearsal`",
                    Arguments.helpOn(NAME));
        }
        Palette palette = Colors.palette(arguments, host);
        Assignment assignment = ExerciseFile.read(file, arguments, palette, host);
        List<Student> students = Students.of(arguments, palette, host).students();
        Map<String, String> names =
                FileNames.of(students.stream().map(Student::id).toList());
        HandoutFiles files = HandoutFiles.in(out, host);
        Rehearsal rehearsal = new Rehearsal(assignment);
        for (int i = 0; i < students.size(); i++) {
            Student student = students.get(i);
            files.add(
                    names.getOrDefault(student.id(), "") + PredictionReader.ENDING,
                    rehearsal.prediction(student, i),
                    PredictionTemplate.MARK);
        }
        files.write();
        if (!arguments.has("quiet")) {
            host.out().println("wrote " + Counts.of(files.size(), "prediction"));
        }
        return ExitCode.PASSED;
    }
}
