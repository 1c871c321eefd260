package io.github.mmaplab.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that have a temporary name until they are complete, and those that killed processes have left. */
public final class TemporaryFiles {
    private static final Pattern NAME = Pattern.compile("\\..+\\.([0-9]{1,18})\\.mmaplab");

    private TemporaryFiles() {}

    /** The temporary name for a file of this process. */
    public static String name(String of) {
        return "." + of + "." + ProcessHandle.current().pid() + ".mmaplab";
    }

    /** Removes the files in a folder that processes have left which no longer exist. What can't be removed stays. */
    public static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.mmaplab")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // the next write to the folder reports the reason
        }
    }
}
