package io.github.mmaplab.cli.teach;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantSecret;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.scenario.ExerciseReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The exercise of a command. */
public final class ExerciseFile {
    private ExerciseFile() {}

    /**
     * The exercise in a file; empty if it has an error. Errors and warnings are printed to standard error.
     *
     * @param written the path as the user wrote it
     * @throws UsageException if it is no path
     */
    public static Optional<Assignment> read(String written, VariantSecret secret, Palette palette, Host host)
            throws UsageException {
        Path path;
        try {
            path = host.resolve(written);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + written + "` is not a path: " + e.getReason());
        }
        ExerciseReader.Result read = InputFiles.exercise(path, written);
        DiagnosticPrinter printer = new DiagnosticPrinter(palette);
        for (String problem : printer.printEach(read.diagnostics())) {
            host.err().println(problem);
        }
        String name = String.valueOf(path.getFileName());
        return read.exercise().isEmpty() ? Optional.empty() : Optional.of(Assignment.of(name, read, secret));
    }

    /**
     * The only operand, which is the exercise.
     *
     * @throws UsageException if there is none, or more
     */
    public static String operand(String command, Arguments arguments) throws UsageException {
        String file = arguments.operand();
        if (file == null) {
            throw new UsageException(
                    "`mmaplab " + command + "` needs the path of an exercise file", Arguments.helpOn(command));
        }
        return file;
    }
}
