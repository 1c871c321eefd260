package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Reasons;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.play.WholeFile;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.Salts;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.AnswerKey;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.gradebook.Classroom;
import io.github.mmaplab.gradebook.GradescopeRun;
import io.github.mmaplab.gradebook.PrairieLearn;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** {@code mmaplab exercise autograde}. */
final class ExerciseAutogradeCommand implements Command {
    private static final String NAME = "exercise autograde";

    /** The platforms that are known. */
    static final List<String> PLATFORMS = List.of("gradescope", "classroom", "prairielearn");

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
                classroom: PLACE is the prediction; the line result=... goes to $GITHUB_OUTPUT, or is printed.
                prairielearn: PLACE is the prediction; the result is printed, for /grade/results/results.json.

                exit code: 0 there is a result, whatever was handed in, 2 the exercise is not valid, 64 the command
                line is wrong.

                examples:
                  mmaplab exercise autograde gradescope cow.exercise.yaml /autograder
                  mmaplab exercise autograde classroom cow.exercise.yaml answers.prediction.yaml
                """;
    }

    @Override
    public Syntax syntax() {
        return Salts.addTo(Students.addTo(new Syntax())).flag("v", "verbose", "say more when mmaplab itself is wrong");
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
        String file = operands.get(1);
        Optional<Assignment> assignment = ExerciseFile.read(file, Salts.of(arguments, file, host), Palette.PLAIN, host);
        Optional<Roster> roster = Students.areNamed(arguments)
                ? Students.of(arguments, Palette.PLAIN, host)
                : Optional.of(new Roster(List.of()));
        if (assignment.isEmpty() || roster.isEmpty()) {
            return ExitCode.INVALID;
        }
        Path place = host.resolve(operands.get(2));
        try {
            switch (operands.get(0)) {
                case "gradescope" -> gradescope(assignment.get(), roster.get(), place);
                case "classroom" -> classroom(assignment.get(), roster.get(), place, host);
                default ->
                    host.out().println(prairieLearn(assignment.get(), grade(assignment.get(), roster.get(), place)));
            }
        } catch (IOException e) {
            throw new UsageException("the result can't be written: " + Reasons.of(e));
        }
        return ExitCode.PASSED;
    }

    private static void gradescope(Assignment assignment, Roster roster, Path folder) throws IOException {
        String result = new GradescopeRun(assignment, roster, Version.number()).grade(folder);
        Files.createDirectories(folder.resolve("results"));
        try (WholeFile file = WholeFile.open(folder.resolve("results/results.json"))) {
            file.out().write(result.getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
    }

    private static Submission grade(Assignment assignment, Roster roster, Path file) {
        return new SubmissionGrader(assignment, roster)
                .grade(file, String.valueOf(file.getFileName()), Optional.empty());
    }

    private static void classroom(Assignment assignment, Roster roster, Path file, Host host) throws IOException {
        Submission submission = grade(assignment, roster, file);
        Feedback level = assignment.exercise().grading().feedback();
        String json = submission.graded().isPresent()
                ? Classroom.graded(submission.graded().get(), key(assignment, submission), level)
                : Classroom.refused(submission.problems(), worth(assignment));
        String output = host.variable("GITHUB_OUTPUT");
        if (output.isEmpty()) {
            host.out().print(Classroom.line(json));
        } else {
            Files.writeString(
                    Path.of(output), Classroom.line(json), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String prairieLearn(Assignment assignment, Submission submission) {
        return submission.graded().isPresent()
                ? PrairieLearn.graded(
                        submission.graded().get(),
                        key(assignment, submission),
                        assignment.exercise().grading().feedback())
                : PrairieLearn.refused(submission.problems());
    }

    private static AnswerKey key(Assignment assignment, Submission submission) {
        return assignment.key(submission.variant());
    }

    private static BigDecimal worth(Assignment assignment) {
        Scenario story = assignment.story(assignment.variant(0));
        return story.questions().stream()
                .map(question -> question.info().points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
