package io.github.mmaplab.cli.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files under another name than their own, until they are whole; and what is left of them when a process is killed. */
public final class Leftovers {
    private static final Pattern NAME = Pattern.compile("\\..+\\.([0-9]{1,18})\\.mmaplab");

    private Leftovers() {}

    /** The name under which this process begins a file of a name. */
    public static String name(String of) {
        return "." + of + "." + ProcessHandle.current().pid() + ".mmaplab";
    }

    /** Removes what processes that are no more have left in a folder; what can't be removed stays. */
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
