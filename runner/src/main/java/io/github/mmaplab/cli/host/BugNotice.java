package io.github.mmaplab.cli.host;

import io.github.mmaplab.text.Medium;

/** The message about a bug in mmaplab. */
public final class BugNotice {
    private static final int FRAMES = 12;

    private BugNotice() {}

    /**
     * The message.
     *
     * @param cause the exception
     * @param verbose whether to print its stack trace
     */
    public static String of(Throwable cause, boolean verbose) {
        StringBuilder text = new StringBuilder("error: this is a bug in mmaplab, not in your scenario: ")
                .append(Medium.LINES.fit(cause.toString()))
                .append("\n  = help: please report it, with the command, the scenario and this version: ")
                .append(Version.line())
                .append('\n');
        if (verbose) {
            appendFrames(text, cause);
        } else {
            text.append("  = help: `--verbose` shows where it happened\n");
        }
        return text.toString();
    }

    private static void appendFrames(StringBuilder text, Throwable cause) {
        Throwable thrown = cause;
        while (thrown != null) {
            StackTraceElement[] frames = thrown.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
            thrown = thrown.getCause();
            if (thrown != null) {
                text.append("  caused by ").append(thrown).append('\n');
            }
        }
    }
}
