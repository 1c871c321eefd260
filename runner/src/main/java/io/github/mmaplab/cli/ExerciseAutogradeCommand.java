package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Reasons;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.host.WholeFile;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.Salts;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantException;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.gradebook.Classroom;
import io.github.mmaplab.gradebook.ClassroomRun;
import io.github.mmaplab.gradebook.GradescopeRun;
import io.github.mmaplab.gradebook.Owner;
import io.github.mmaplab.gradebook.PrairieLearnRun;
import io.github.mmaplab.text.Medium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** {@code mmaplab exercise autograde}. */
final class ExerciseAutogradeCommand implements Command {
    private static final String NAME = "exercise autograde";

    private static final String ROSTER = "roster";
    private static final String STUDENT = "student";

    private static final String CLASSROOM = "classroom";

    /** The platforms that are known. */
    static final List<String> PLATFORMS = List.of("gradescope", CLASSROOM, "prairielearn");

    @Override
    public Operand operand() {
        return Operand.FILE;
    }

    @Override
    public String operands() {
        return "gradescope|classroom|prairielearn [options] EXERCISE PLACE";
    }

    @Override
    public String summary() {
        return "grade one submission as a platform wants it";
    }

    @Override
    public String details() {
        return """
                gradescope: PLACE is its folder, /autograder; results/results.json is written there.
                classroom: PLACE is the prediction, or the repository with one; the line result=... goes to
                $GITHUB_OUTPUT, and what the student is told is printed; without that variable, the line is.
                prairielearn: PLACE is its folder, /grade; results/results.json is written there. The student is
                params.student of data/data.json.

                exit code: 0 there is a result, whatever was handed in, 2 the exercise is not valid, or has a
                mistake, which the result tells then, 64 the command line is wrong.

                examples:
                  mmaplab exercise autograde gradescope cow.exercise.yaml /autograder
                  mmaplab exercise autograde classroom cow.exercise.yaml --student octocat .
                  mmaplab exercise autograde prairielearn cow.exercise.yaml /grade
                """;
    }

    @Override
    public Syntax syntax() {
        return Salts.addTo(new Syntax())
                .value(ROSTER, "FILE", "who is in which group")
                .value(STUDENT, "LOGIN", "classroom: whose repository it is; other students' predictions are refused")
                .flag("v", "verbose", "say more when mmaplab itself is wrong");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> operands = arguments.operands();
        if (operands.size() != 3 || !PLATFORMS.contains(operands.get(0))) {
            throw new UsageException(
                    "`mmaplab " + NAME + "` needs a platform, an exercise and a place",
                    "the platforms are: " + String.join(", ", PLATFORMS),
                    Arguments.helpOn(NAME));
        }
        Owner owner = owner(operands.get(0), arguments);
        String file = operands.get(1);
        Optional<Assignment> assignment = ExerciseFile.read(file, Salts.of(arguments, file, host), Palette.PLAIN, host);
        Optional<Roster> roster = Students.inRoster(arguments, Palette.PLAIN, host);
        if (assignment.isEmpty() || roster.isEmpty()) {
            return ExitCode.INVALID;
        }
        try {
            Path place = host.resolve(operands.get(2));
            if (!operands.get(0).equals(CLASSROOM) && !Files.isDirectory(place)) {
                throw new UsageException(
                        "there is no folder `" + operands.get(2) + "`",
                        "name the folder that " + operands.get(0) + " has its files in");
            }
            return grade(operands.get(0), assignment.get(), roster.get(), owner, place, host);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + e.getInput() + "` is not a path: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException("the result can't be written: " + Reasons.of(e));
        }
    }

    private static Owner owner(String platform, Arguments arguments) throws UsageException {
        String student = arguments.only(STUDENT, "a repository is one student's");
        if (student == null) {
            return Owner.ANYBODY;
        }
        if (!platform.equals(CLASSROOM)) {
            throw new UsageException("`--student` is for classroom: " + platform + " says itself who it is");
        }
        Owner owner = Owner.login(student);
        if (owner.names().isEmpty()) {
            throw new UsageException("`--student` is empty", "name whose repository it is");
        }
        return owner;
    }

    private static ExitCode grade(
            String platform, Assignment assignment, Roster roster, Owner owner, Path place, Host host)
            throws IOException {
        GradescopeRun gradescope = new GradescopeRun(assignment, roster, Version.number());
        ClassroomRun classroom = new ClassroomRun(assignment, roster);
        try {
            switch (platform) {
                case "gradescope" -> write(place, gradescope.grade(place));
                case CLASSROOM -> print(classroom.grade(place, owner), host);
                default -> write(place, new PrairieLearnRun(assignment, roster).grade(place));
            }
            return ExitCode.PASSED;
        } catch (VariantException e) {
            host.err().println("error: " + e.getMessage());
            switch (platform) {
                case "gradescope" -> write(place, gradescope.unsound());
                case CLASSROOM -> print(classroom.unsound(), host);
                default -> write(place, PrairieLearnRun.unsound());
            }
            return ExitCode.INVALID;
        }
    }

    private static void write(Path folder, String result) throws IOException {
        Path results = Files.createDirectories(folder.resolve("results"));
        WholeFile.write(results.resolve("results.json"), result);
    }

    /** Where the result has a file of its own, the log tells the student; no line of it can be a command to GitHub. */
    private static void print(ClassroomRun.Result result, Host host) throws IOException {
        String line = Classroom.line(result.json());
        String output = host.variable("GITHUB_OUTPUT");
        if (output.isEmpty()) {
            host.out().print(line);
        } else {
            Files.writeString(Path.of(output), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            result.told().forEach(each -> host.out().println("| " + Medium.LINE.fit(each)));
        }
    }
}
