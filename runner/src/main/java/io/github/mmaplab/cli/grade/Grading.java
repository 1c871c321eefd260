package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Sha256;
import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.grade.SubmissionTimes;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.gradebook.CanvasGradebook;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.Feedback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grades what a class handed in. */
public final class Grading {
    private final Host host;
    private final Arguments arguments;
    private final Assignment assignment;
    private final String exercise;
    private final Optional<CanvasGradebook> gradebook;

    /**
     * The grading of an exercise.
     *
     * @param exercise the exercise file as it was named
     * @param gradebook that of Canvas, to be filled in
     */
    public Grading(
            Host host,
            Arguments arguments,
            Assignment assignment,
            String exercise,
            Optional<CanvasGradebook> gradebook) {
        this.host = host;
        this.arguments = arguments;
        this.assignment = assignment;
        this.exercise = exercise;
        this.gradebook = gradebook;
    }

    /** What is asked for: how it is graded, and what is written where. */
    private record Request(
            Policy policy,
            SubmissionTimes times,
            Feedback level,
            ResultsHead head,
            @Nullable Path out,
            @Nullable Path feedbackTo,
            int minimum,
            Optional<CanvasSink> canvas) {}

    /** Adds the options. */
    public static Syntax addTo(Syntax syntax) {
        return Outputs.addTo(GradeOptions.addTo(syntax))
                .value(
                        "canvas",
                        "EXPORT.csv",
                        "Canvas's gradebook, which is the roster; canvas.csv is written to --out")
                .value("column", "TITLE", "the column of the gradebook to fill in: Title (123)");
    }

    /**
     * Grades the files that the paths name.
     *
     * @param graded whom the grades are of
     * @throws UsageException if the command line asks for what can't be done
     */
    public ExitCode grade(List<String> paths, GradedClass graded, int jobs) throws UsageException {
        Policy policy = GradeOptions.policy(arguments);
        int minimum = Outputs.minimum(arguments);
        Feedback level =
                GradeOptions.feedback(arguments, assignment.exercise().grading().feedback());
        String table = arguments.only("times", "name one table");
        SubmissionTimes times = table == null ? SubmissionTimes.ofFiles() : TimesFile.read(table, host);
        PredictionFiles found = PredictionFiles.find(paths, host);
        tell(found);
        if (found.files().isEmpty()) {
            host.err()
                    .println("nothing to grade: there is no prediction file, named like ID" + PredictionReader.ENDING);
            return ExitCode.NOTHING_SELECTED;
        }
        TimesMatch match = new TimesMatch(times, found.files());
        match.warnings().forEach(warning -> host.err().println("warning: " + Shown.plain(warning)));
        ResultsHead head =
                ResultsHead.of(Version.number(), exercise, assignment, GradeOptions.words(policy, table != null));
        Path out = Outputs.folder("out", arguments, host);
        Outputs.spare(out, arguments, host);
        Outputs.spare(out, assignment, arguments);
        Path feedbackTo = Outputs.folder("feedback-to", arguments, host);
        Request request = new Request(policy, times, level, head, out, feedbackTo, minimum, canvas(out));
        try {
            ExitCode code = grade(found, graded, request, jobs);
            boolean known = match.isComplete() || policy.due().isEmpty();
            return known || code != ExitCode.PASSED ? code : ExitCode.FAILED;
        } catch (IOException e) {
            throw new UsageException("the results can't be written: " + Reasons.of(e));
        } catch (UncheckedIOException e) {
            throw new UsageException("the results can't be written: " + e.getMessage());
        }
    }

    private ExitCode grade(PredictionFiles found, GradedClass graded, Request request, int jobs)
            throws IOException, UsageException {
        try (Workplace workplace =
                        Workplace.open(request.out(), Secrets.readers(arguments, exercise, host), arguments);
                Journal journal =
                        Journal.open(workplace.journal(), journalHead(request.head(), graded.known()), host.clock())) {
            SubmissionGrader grader = new SubmissionGrader(assignment, graded.known());
            Progress progress = new Progress(host, !arguments.has("quiet"));
            tell(journal);
            int resumed = Intake.all(found.files(), grader, request.times(), journal, jobs, progress);
            if (resumed > 0) {
                host.err()
                        .println((resumed == 1 ? "1 file" : resumed + " files")
                                + " had already been graded by a run that was stopped; this run continues it");
            }
            boolean one = found.files().size() == 1 && graded.isOpen();
            ConsoleSink console =
                    new ConsoleSink(host, assignment, request.level(), request.out() == null, one, graded);
            List<ClassSink> sinks = new ArrayList<>(Outputs.open(
                    request.out(),
                    request.feedbackTo(),
                    request.head(),
                    assignment,
                    request.level(),
                    request.minimum(),
                    journal::written,
                    workplace.readers()));
            request.canvas().ifPresent(sinks::add);
            sinks.add(console);
            ClassGrading.run(
                    found.files(),
                    graded,
                    !arguments.has("student"),
                    request.policy(),
                    journal,
                    new SinksAtOnce(sinks));
            journal.delete();
            return console.allWell() && found.problems().isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
        }
    }

    private Optional<CanvasSink> canvas(@Nullable Path out) throws UsageException {
        if (gradebook.isEmpty()) {
            return Optional.empty();
        }
        String column = arguments.only("column", "fill in one column");
        if (column == null || out == null) {
            throw new UsageException(
                    "`--canvas` needs a column to fill in and an output folder",
                    "write `--column 'Title (123)' --out results`");
        }
        return Optional.of(
                new CanvasSink(gradebook.get(), column, assignment.worth(), out.resolve("canvas.csv"), host));
    }

    /**
     * What the lines of a journal depend on besides the files: a change of the exercise, the variant secret, the groups or the
     * program begins another. When files were handed in stands in the lines.
     */
    private static String journalHead(ResultsHead head, Roster roster) {
        StringBuilder groups = new StringBuilder();
        roster.students()
                .forEach(student -> groups.append(student.id())
                        .append('\0')
                        .append(student.subject())
                        .append('\n'));
        return String.join(
                " ",
                "mmaplab journal 2",
                Sha256.of(head.tool()),
                Sha256.of(head.exercise()),
                head.sha256(),
                head.secret(),
                Sha256.of(groups.toString()));
    }

    private void tell(Journal journal) {
        if (journal.damaged() > 0) {
            host.err()
                    .println("note: in the journal of the run that was stopped, "
                            + (journal.damaged() == 1 ? "1 line is" : journal.damaged() + " lines are")
                            + " damaged: these files are graded again");
        }
    }

    private void tell(PredictionFiles found) {
        found.problems().forEach(problem -> host.err().println("error: not graded: " + Shown.plain(problem)));
        found.notes().forEach(note -> host.err().println("note: " + Shown.plain(note)));
    }
}
