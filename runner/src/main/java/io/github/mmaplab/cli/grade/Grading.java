package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.csv.CsvTable;
import io.github.mmaplab.exercise.csv.TextFile;
import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.exercise.grade.SubmissionTimes;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.file.ExclusiveFile;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.gradebook.CanvasGradebook;
import io.github.mmaplab.gradebook.CanvasResult;
import io.github.mmaplab.grading.CanvasSink;
import io.github.mmaplab.grading.ClassFiles;
import io.github.mmaplab.grading.ClassSink;
import io.github.mmaplab.grading.GradedClass;
import io.github.mmaplab.grading.GradingSession;
import io.github.mmaplab.grading.Handed;
import io.github.mmaplab.grading.HandedSearch;
import io.github.mmaplab.grading.Shown;
import io.github.mmaplab.grading.TimesException;
import io.github.mmaplab.grading.TimesFile;
import io.github.mmaplab.grading.TimesMatch;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.Feedback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
     * The gradebook that {@code --canvas} names; empty if the option is not given.
     *
     * @throws UsageException if it can't be read; the reasons are printed to standard error
     */
    public static Optional<CanvasGradebook> gradebook(Arguments arguments, Host host) throws UsageException {
        String written = arguments.only("canvas", "a class has one gradebook");
        if (written == null) {
            return Optional.empty();
        }
        CanvasResult read = CanvasGradebook.read(host.resolve(written), written, Optional.empty());
        print(read.diagnostics(), host);
        if (read.gradebook().isEmpty()) {
            throw new UsageException("the gradebook `" + written + "` can't be read");
        }
        return read.gradebook();
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
        SubmissionTimes times = times();
        HandedSearch found = search(paths);
        found.problems().forEach(problem -> host.err().println("error: not graded: " + Shown.plain(problem)));
        found.notes().forEach(note -> host.err().println("note: " + Shown.plain(note)));
        List<Handed> handed = found.files();
        if (handed.isEmpty()) {
            host.err()
                    .println("nothing to grade: there is no prediction file, named like ID" + PredictionReader.ENDING);
            return ExitCode.NOTHING_SELECTED;
        }
        TimesMatch match = new TimesMatch(times, handed);
        match.warnings().forEach(warning -> host.err().println("warning: " + Shown.plain(warning)));
        ClassFiles files = Outputs.of(arguments, assignment, exercise, level, minimum, host);
        Optional<CanvasSink> canvas = canvas(files.out());
        boolean one = handed.size() == 1 && graded.isOpen();
        ConsoleSink console = new ConsoleSink(host, assignment, level, files.out() == null, one, graded);
        try {
            grade(
                    handed,
                    graded,
                    times,
                    policy,
                    files,
                    jobs,
                    Stream.concat(canvas.stream(), Stream.of(console)).toList());
        } catch (IOException e) {
            throw new UsageException("the results can't be written: " + Reasons.of(e));
        } catch (UncheckedIOException e) {
            throw new UsageException("the results can't be written: " + e.getMessage());
        }
        boolean timely = match.isComplete() || policy.due().isEmpty();
        return console.allWell() && found.problems().isEmpty() && timely ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private void grade(
            List<Handed> handed,
            GradedClass graded,
            SubmissionTimes times,
            Policy policy,
            ClassFiles files,
            int jobs,
            List<ClassSink> sinks)
            throws IOException, UsageException {
        ResultsHead head =
                ResultsHead.of(Version.number(), exercise, assignment, GradeOptions.words(policy, times.isTable()));
        try (ExclusiveFile lock = Outputs.lock(files, arguments);
                GradingSession session = GradingSession.open(lock, assignment, graded, head, host.clock()::nanos)) {
            if (session.damaged() > 0) {
                host.err()
                        .println("note: in the journal of the run that was stopped, "
                                + (session.damaged() == 1 ? "1 line is" : session.damaged() + " lines are")
                                + " damaged: these files are graded again");
            }
            int resumed = session.grade(handed, times, jobs, new Progress(host, !arguments.has("quiet")));
            if (resumed > 0) {
                host.err()
                        .println((resumed == 1 ? "1 file" : resumed + " files")
                                + " had already been graded by a run that was stopped; this run continues it");
            }
            session.report(handed, !arguments.has("student"), policy, files, sinks);
        }
    }

    private SubmissionTimes times() throws UsageException {
        String written = arguments.only("times", "name one table");
        if (written == null) {
            return SubmissionTimes.ofFiles();
        }
        Problems problems = new Problems();
        TextFile file = TextFile.read(host.resolve(written), written, problems);
        CsvTable table = file == null ? new CsvTable(',', List.of()) : CsvTable.read(file.source(), problems);
        print(problems.all(), host);
        if (problems.errors() > 0) {
            throw new UsageException("the table of `--times` can't be read");
        }
        try {
            return TimesFile.of(table, written);
        } catch (TimesException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e.hint());
        }
    }

    private HandedSearch search(List<String> paths) throws UsageException {
        HandedSearch search = new HandedSearch();
        for (String written : paths) {
            Path path = host.resolve(written);
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new UsageException("there is no file or folder `" + written + "`", "check the path");
            }
            try {
                search.add(written, path);
            } catch (IOException e) {
                throw new UsageException("`" + written + "` can't be read: " + Reasons.of(e));
            }
        }
        return search;
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
        return Optional.of(new CanvasSink(
                gradebook.get(), column, assignment.worth(), ClassFiles.canvas(out), host.err()::println));
    }

    private static void print(List<Diagnostic> problems, Host host) {
        new DiagnosticPrinter(Palette.PLAIN).printEach(problems).forEach(host.err()::println);
    }
}
