package io.github.mmaplab.cli.host;

import java.util.Optional;

/**
 * A resource of the JVM that was exhausted: a limit of this machine, not a bug.
 *
 * @param what the message
 * @param hint what to do about it
 */
public record Exhausted(String what, String hint) {
    private static final int MIB = 20;

    /** The maximum depth of causes that are searched. */
    private static final int DEEPEST = 16;

    /** The exhausted resource, if that is the cause of an exception. */
    public static Optional<Exhausted> in(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            if (cause instanceof OutOfMemoryError) {
                return Optional.of(new Exhausted(
                        "mmaplab needs more memory than the JVM may use, "
                                + (Runtime.getRuntime().maxMemory() >> MIB) + " MiB",
                        "raise the limit, as with JAVA_TOOL_OPTIONS=-Xmx4g, or reduce the work: fewer files, shorter"
                                + " content, `--jobs 1`"));
            }
            if (cause instanceof StackOverflowError) {
                return Optional.of(new Exhausted(
                        "mmaplab needs a deeper stack than the JVM has",
                        "raise the limit, as with JAVA_TOOL_OPTIONS=-Xss16m, or reduce the work"));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
