package io.github.mmaplab.cli.select;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Sees to it that no output is written over what the same command reads, or over a file that people have written. */
public final class Spared {
    /** How the names of files end that mmaplab reads, and whose names say so. */
    private static final List<String> SOURCES =
            List.of(".scenario.yaml", ".exercise.yaml", ".prediction.yaml", ".exercise.secret", ".exercise.salt");

    private Spared() {}

    /**
     * Checks where an output goes, before anything is written.
     *
     * @param option the option that says so
     * @param output where it goes, as the user wrote it
     * @throws UsageException if there is a file that must not be lost
     */
    public static void check(String option, String output, Arguments arguments, Host host) throws UsageException {
        Path target;
        try {
            target = host.resolve(output);
        } catch (InvalidPathException e) {
            return; // who opens it says so
        }
        if (!Files.isRegularFile(target)) {
            return;
        }
        for (String word : arguments.others(option)) {
            if (isSame(word, target, host)) {
                throw new UsageException(
                        "`" + output + "` is an input of this command, and the output would overwrite it",
                        "name another file with `--" + option + "`");
            }
        }
        String name = String.valueOf(target.getFileName());
        for (String ending : SOURCES) {
            if (name.endsWith(ending)) {
                throw new UsageException(
                        "`" + output + "` already exists, and no output replaces a *" + ending + " file",
                        "name another file with `--" + option + "`");
            }
        }
    }

    /** Whether a word of the command line names a file, with or without a line. */
    private static boolean isSame(String word, Path target, Host host) {
        WrittenPath withLine = WrittenPath.parse(word);
        return isSameFile(word, target, host) || (withLine != null && isSameFile(withLine.path(), target, host));
    }

    private static boolean isSameFile(String written, Path target, Host host) {
        try {
            Path path = host.resolve(written);
            return Files.exists(path) && Files.isSameFile(path, target);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
