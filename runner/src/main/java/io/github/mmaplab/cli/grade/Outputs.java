package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.NumberOptions;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.classroom.ClassStatistics;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.exercise.results.ResultsReader;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.TemporaryFiles;
import io.github.mmaplab.scenario.model.Feedback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the results of a class go. */
final class Outputs {
    static final String RESULTS = "results.json";

    /** Options that name files which are read. */
    private static final List<String> READ = List.of("roster", "canvas", "times", Secrets.OPTION);

    /** What is written into the folder of the results. */
    private static final List<String> WRITTEN =
            List.of(RESULTS, "grades.csv", "canvas.csv", "class.html", "class.csv", "misconceptions.csv", "class.json");

    /** Where nobody has a larger class, a larger minimum is a slip. */
    private static final int LARGEST_CLASS = 1_000_000;

    private Outputs() {}

    /** Adds the options. */
    static Syntax addTo(Syntax syntax) {
        return syntax.value("out", "DIR", "write results.json, grades.csv and the class summary to this folder")
                .value("feedback-to", "DIR", "write each student's feedback to a file in this folder")
                .value(
                        "minimum",
                        "N",
                        "give no figure for fewer than N students; the default is " + ClassStatistics.USUAL_MINIMUM);
    }

    /**
     * The folder that an option names; it is made if it is not there. Null if the option is not given.
     *
     * @throws UsageException if it can't be made
     */
    static @Nullable Path folder(String option, Arguments arguments, Host host) throws UsageException {
        String written = arguments.only(option, "name one folder");
        if (written == null) {
            return null;
        }
        try {
            Path folder = Files.createDirectories(host.resolve(written));
            TemporaryFiles.sweep(folder);
            return folder;
        } catch (InvalidPathException e) {
            throw new UsageException("`" + written + "` is not a path: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException("the folder `" + written + "` can't be made: " + Reasons.of(e));
        }
    }

    /**
     * Sees to it that nothing that is read is written over: a roster may well be called {@code class.csv}.
     *
     * @param out where the results go; null if they go nowhere
     * @throws UsageException if it would be
     */
    static void spare(@Nullable Path out, Arguments arguments, Host host) throws UsageException {
        if (out == null) {
            return;
        }
        for (String option : READ) {
            for (String written : arguments.all(option)) {
                for (String name : WRITTEN) {
                    if (areOne(host.resolve(written), out.resolve(name))) {
                        throw new UsageException(
                                "`--" + option + "` names `" + written + "`, and " + name + " would overwrite it",
                                "name another folder with `--out`");
                    }
                }
            }
        }
    }

    /**
     * Sees to it that results of another exercise are not written over.
     *
     * @param out where the results go; null if they go nowhere
     * @throws UsageException if they would be
     */
    static void spare(@Nullable Path out, Assignment assignment, Arguments arguments) throws UsageException {
        Optional<String> other = out == null ? Optional.empty() : ResultsReader.exercise(out.resolve(RESULTS));
        if (other.isPresent() && !other.get().equals(assignment.id())) {
            throw new UsageException(
                    "`" + arguments.only("out", "name one folder") + "` has the results of the exercise `"
                            + Shown.plain(other.get()) + "`, which would be overwritten",
                    "give each exercise a folder of its own with `--out`");
        }
    }

    private static boolean areOne(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Of how many students at least the summary of a class gives a figure.
     *
     * @throws UsageException if the option says no such number
     */
    static int minimum(Arguments arguments) throws UsageException {
        return NumberOptions.of(arguments, "minimum", ClassStatistics.USUAL_MINIMUM, LARGEST_CLASS);
    }

    /** What is told of a class besides the console. */
    static List<ClassSink> open(
            @Nullable Path out,
            @Nullable Path feedbackTo,
            ResultsHead head,
            Assignment assignment,
            Feedback level,
            int minimum,
            Function<Submission, String> written,
            Readers readers)
            throws IOException {
        List<ClassSink> sinks = new ArrayList<>();
        if (out != null) {
            sinks.add(ResultsSink.open(out.resolve(RESULTS), head, assignment, written, readers));
            List<String> questions = List.copyOf(
                    assignment.key(assignment.variant(0)).questions().keySet());
            sinks.add(CsvSink.open(out.resolve("grades.csv"), questions, readers));
            sinks.add(new ClassSummarySink(out, head, assignment, minimum, readers));
        }
        if (feedbackTo != null) {
            sinks.add(new FeedbackFiles(feedbackTo, assignment, level, readers));
        }
        return sinks;
    }
}
