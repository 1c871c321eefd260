package io.github.mmaplab.cli;

import io.github.mmaplab.answer.VariantException;
import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.teach.ClassroomVariables;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.gradebook.Classroom50;
import io.github.mmaplab.gradebook.GradeFormat;
import io.github.mmaplab.gradebook.GradeJUnit;
import io.github.mmaplab.gradebook.GradeJson;
import io.github.mmaplab.gradebook.GradescopeRun;
import io.github.mmaplab.gradebook.Owner;
import io.github.mmaplab.gradebook.PrairieLearnRun;
import io.github.mmaplab.gradebook.PredictionRun;
import io.github.mmaplab.text.Medium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code mmaplab exercise autograde}. */
final class ExerciseAutogradeCommand implements ExerciseCommand {
    private static final String NAME = "exercise autograde";

    private static final String ROSTER = "roster";
    private static final String STUDENT = "student";

    private static final String GRADESCOPE = "gradescope";
    private static final String CLASSROOM_50 = "classroom50";
    private static final String PRAIRIELEARN = "prairielearn";
    private static final String JSON = "json";
    private static final String JUNIT = "junit";

    /** The platforms that an exercise can be packaged for. */
    static final List<String> PLATFORMS = List.of(GRADESCOPE, CLASSROOM_50, PRAIRIELEARN);

    /** The formats for a prediction from any source. */
    private static final List<String> FORMATS = List.of(JSON, JUNIT);

    @Override
    public String operands() {
        return "gradescope|classroom50|prairielearn|json|junit [options] EXERCISE PLACE";
    }

    @Override
    public String summary() {
        return "grade one submission for a platform, or for your own autograder";
    }

    @Override
    public String details() {
        return """
                gradescope: PLACE is Gradescope's folder, /autograder; the result is written to results/results.json.
                classroom50: PLACE is the checkout of the student's repository; the result is written to result.json,
                and the student's feedback is printed. The variables are those that Classroom 50 sets.
                prairielearn: PLACE is PrairieLearn's folder, /grade; the result is written to results/results.json.
                The student is params.student in data/data.json.
                json, junit: PLACE is a prediction, or a folder that contains one; the result is printed as JSON or as
                JUnit XML. With --student, the predictions of other students are refused.

                exit code: 0 there is a result, for any submission, 2 the exercise is not valid, or has a mistake,
                which the result reports (classroom50 writes no result then), 64 the command line or the platform's
                data is wrong.

                examples:
                  mmaplab exercise autograde gradescope cow.exercise.yaml /autograder
                  mmaplab exercise autograde classroom50 cow.exercise.yaml .
                  mmaplab exercise autograde prairielearn cow.exercise.yaml /grade
                  mmaplab exercise autograde json cow.exercise.yaml answers.yaml --student s1
                """;
    }

    @Override
    public Syntax syntax() {
        return Secrets.addTo(new Syntax())
                .value(ROSTER, "FILE", "the students and their groups")
                .value(
                        STUDENT,
                        "ID",
                        "json, junit: the student who hands this in; other students' predictions are refused")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        List<String> operands = arguments.operands();
        refuseRetired(operands);
        if (operands.size() != 3 || !isKnown(operands.get(0))) {
            throw new UsageException(
                    "`mmaplab " + NAME + "` needs a platform, an exercise and a place",
                    "the platforms are " + String.join(", ", PLATFORMS) + ", json and junit",
                    Arguments.helpOn(NAME));
        }
        Owner owner = owner(operands.get(0), arguments);
        String file = operands.get(1);
        Assignment assignment = ExerciseFile.read(file, arguments, Palette.PLAIN, host);
        Roster roster = Students.inRoster(arguments, Palette.PLAIN, host);
        try {
            Path place = host.resolve(operands.get(2));
            if (PLATFORMS.contains(operands.get(0)) && !Files.isDirectory(place)) {
                throw new UsageException(
                        "there is no folder `" + operands.get(2) + "`",
                        "name the folder where " + operands.get(0) + " keeps its files");
            }
            return switch (operands.get(0)) {
                case GRADESCOPE -> gradescope(assignment, roster, place);
                case CLASSROOM_50 -> classroom50(assignment, roster, place, host);
                case PRAIRIELEARN -> prairieLearn(assignment, roster, place);
                default -> print(operands.get(0), assignment, roster, owner, place, host);
            };
        } catch (IOException e) {
            throw new UsageException("the result can't be written: " + Reasons.of(e));
        }
    }

    /** GitHub Classroom was shut down. Assignments made for it use the version of mmaplab in their repositories. */
    static void refuseRetired(List<String> operands) throws UsageException {
        if (!operands.isEmpty() && operands.get(0).equals("classroom")) {
            throw new UsageException(
                    "GitHub Classroom was retired on 28 August 2026",
                    "for Classroom 50, its successor, write `classroom50`; for your own workflow, write `autograde json`");
        }
    }

    private static boolean isKnown(String platform) {
        return PLATFORMS.contains(platform) || FORMATS.contains(platform);
    }

    private static Owner owner(String platform, Arguments arguments) throws UsageException {
        String student = arguments.only(STUDENT, "a prediction belongs to one student");
        if (student == null) {
            return Owner.ANYBODY;
        }
        if (!FORMATS.contains(platform)) {
            throw new UsageException(
                    "`--student` is for json and junit, not for " + platform,
                    "leave it out: " + platform + " names the student");
        }
        Owner owner = Owner.known(List.of(student));
        if (owner.names().isEmpty()) {
            throw new UsageException("`--student` is empty", "name the student who hands this in");
        }
        return owner;
    }

    private static ExitCode gradescope(Assignment assignment, Roster roster, Path place) throws IOException {
        GradescopeRun run = new GradescopeRun(assignment, roster, Version.number());
        try {
            write(place, run.grade(place));
            return ExitCode.PASSED;
        } catch (VariantException e) {
            write(place, run.unsound());
            throw e;
        }
    }

    private static ExitCode prairieLearn(Assignment assignment, Roster roster, Path place) throws IOException {
        try {
            write(place, new PrairieLearnRun(assignment, roster).grade(place));
            return ExitCode.PASSED;
        } catch (VariantException e) {
            write(place, PrairieLearnRun.unsound());
            throw e;
        }
    }

    /** If the exercise has a mistake there is no result: Classroom 50 then reports an error, and records no score. */
    private static ExitCode classroom50(Assignment assignment, Roster roster, Path place, Host host)
            throws UsageException, IOException {
        Classroom50.Run run = ClassroomVariables.read(host);
        Classroom50 format =
                new Classroom50(run, assignment.worth(), host.clock().now());
        Path target = place.resolve("result.json");
        // students can commit one, even a link to another file
        Files.deleteIfExists(target);
        PredictionRun.Result result =
                new PredictionRun(assignment, roster, format).grade(place, Owner.login(run.owner()));
        WholeFile.write(target, result.text());
        // the runner executes no command in these lines
        result.messages().forEach(each -> host.out().println("| " + Medium.LINE.fit(each)));
        return ExitCode.PASSED;
    }

    private static ExitCode print(
            String format, Assignment assignment, Roster roster, Owner owner, Path place, Host host) {
        GradeFormat written =
                format.equals(JSON) ? new GradeJson(assignment, Version.number()) : new GradeJUnit(assignment);
        PredictionRun run = new PredictionRun(assignment, roster, written);
        try {
            host.out().print(run.grade(place, owner).text());
            return ExitCode.PASSED;
        } catch (VariantException e) {
            host.out().print(run.unsound().text());
            throw e;
        }
    }

    private static void write(Path folder, String result) throws IOException {
        Path results = Files.createDirectories(folder.resolve("results"));
        WholeFile.write(results.resolve("results.json"), result);
    }
}
