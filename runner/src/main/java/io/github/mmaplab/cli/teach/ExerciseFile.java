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
import java.nio.file.Path;

/** The exercise of a command. */
public final class ExerciseFile {
    private ExerciseFile() {}

    /**
     * The exercise in a file, with the variant secret of the command line. Errors and warnings are printed to standard
     * error.
     *
     * @param written the path as the user wrote it
     * @throws UsageException if the secret can't be read
     * @throws InvalidFileException if the exercise has an error
     */
    public static Assignment read(String written, Arguments arguments, Palette palette, Host host)
            throws UsageException {
        return read(written, Secrets.of(arguments, written, host), palette, host);
    }

    /** The exercise in a file, as {@link #read(String, Arguments, Palette, Host)} returns it, with another secret. */
    public static Assignment read(String written, VariantSecret secret, Palette palette, Host host) {
        Path path = host.resolve(written);
        ExerciseReader.Result read = InputFiles.exercise(path, written);
        DiagnosticPrinter printer = new DiagnosticPrinter(palette);
        for (String problem : printer.printEach(read.diagnostics())) {
            host.err().println(problem);
        }
        if (read.exercise().isEmpty()) {
            throw new InvalidFileException();
        }
        return Assignment.of(String.valueOf(path.getFileName()), read, secret);
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
