package io.github.mmaplab.cli.host;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Determines whether a stream is a terminal. Java itself reports it only for standard input and output together, so
 * Linux is asked. On other systems no stream counts as a terminal, and {@code --color=always} is needed.
 */
public final class Terminals {
    /** What stty(1) prints: rows and columns, which are 0 if they are not known. */
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,4} ([1-9][0-9]{0,3})");

    private Terminals() {}

    /** Whether the file descriptor {@code number} of this process is a terminal. */
    static boolean isTerminal(int number) {
        File descriptor = new File("/proc/self/fd/" + number);
        try {
            String device = descriptor.getCanonicalPath();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /** The width of the terminal that this process was started from, which the terminal driver knows. */
    public static OptionalInt columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            Matcher columns = SIZE.matcher(size);
            return columns.matches() ? OptionalInt.of(Integer.parseInt(columns.group(1))) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
