package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.NumberOptions;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.classroom.ClassStatistics;
import io.github.mmaplab.file.ExclusiveFile;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.TemporaryFiles;
import io.github.mmaplab.grading.ClassFiles;
import io.github.mmaplab.grading.Shown;
import io.github.mmaplab.scenario.model.Feedback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options that say where the results of a class go. */
final class Outputs {
    /** Options that name files which are read. */
    private static final List<String> READ = List.of("roster", "canvas", "times", Secrets.OPTION);

    /** No class is larger, so that a larger minimum is a slip. */
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

    /** The folder that an option names, which is created if it does not exist; null if the option is not given. */
    private static @Nullable Path folder(String option, Arguments arguments, Host host) throws UsageException {
        String written = arguments.only(option, "name one folder");
        if (written == null) {
            return null;
        }
        try {
            Path folder = Files.createDirectories(host.resolve(written));
            TemporaryFiles.sweep(folder);
            return folder;
        } catch (IOException e) {
            throw new UsageException("the folder `" + written + "` can't be made: " + Reasons.of(e));
        }
    }

    /** No input may be overwritten: a roster may well be called {@code class.csv}. */
    private static void spareInputs(Path out, Arguments arguments, Host host) throws UsageException {
        for (String option : READ) {
            for (String written : arguments.all(option)) {
                Optional<String> name = ClassFiles.overwriting(host.resolve(written), out);
                if (name.isPresent()) {
                    throw new UsageException(
                            "`--" + option + "` names `" + written + "`, and " + name.get() + " would overwrite it",
                            "name another folder with `--out`");
                }
            }
        }
    }

    private static void spareOtherExercise(Path out, Assignment assignment, Arguments arguments) throws UsageException {
        Optional<String> other = ClassFiles.exercise(out);
        if (other.isPresent() && !other.get().equals(assignment.id())) {
            throw new UsageException(
                    "`" + arguments.only("out", "name one folder") + "` has the results of the exercise `"
                            + Shown.plain(other.get()) + "`, which would be overwritten",
                    "give each exercise a folder of its own with `--out`");
        }
    }

    /** The smallest number of students for which the summary of a class gives a figure. */
    static int minimum(Arguments arguments) throws UsageException {
        return NumberOptions.of(arguments, "minimum", ClassStatistics.USUAL_MINIMUM, LARGEST_CLASS);
    }

    /**
     * The files that the options name, in folders that are created.
     *
     * @param minimum as {@link #minimum} returns it
     * @throws UsageException if a folder can't be created, or if files would be overwritten that must not be
     */
    static ClassFiles of(
            Arguments arguments, Assignment assignment, String exercise, Feedback level, int minimum, Host host)
            throws UsageException {
        Path out = folder("out", arguments, host);
        if (out != null) {
            spareInputs(out, arguments, host);
            spareOtherExercise(out, assignment, arguments);
        }
        return new ClassFiles(
                out,
                folder("feedback-to", arguments, host),
                level,
                minimum,
                Secrets.readers(arguments, exercise, host));
    }

    /**
     * Locks the folder of the results.
     *
     * @throws UsageException if another process is writing to it
     */
    static ExclusiveFile lock(ClassFiles files, Arguments arguments) throws IOException, UsageException {
        Optional<ExclusiveFile> lock = files.lock();
        if (lock.isEmpty()) {
            throw new UsageException(
                    "another mmaplab is writing to `" + arguments.only("out", "name one folder") + "`",
                    "wait until it ends, or name another folder with `--out`");
        }
        return lock.get();
    }
}
