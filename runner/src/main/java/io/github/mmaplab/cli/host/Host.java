package io.github.mmaplab.cli.host;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What the program needs of its surroundings. Tests bring their own.
 *
 * @param out where results go, in UTF-8
 * @param err where progress and usage errors go, in UTF-8
 * @param environment the environment variables
 * @param outIsTerminal whether somebody watches {@code out}
 * @param errIsTerminal whether somebody watches {@code err}
 * @param folder what relative paths start from
 * @param clock what tells the time
 * @param linux what plays on the kernel of this machine
 * @param in standard input
 */
public record Host(
        Output out,
        PrintStream err,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Path folder,
        Clock clock,
        RealKernel.Source linux,
        InputStream in) {

    /** Surroundings without standard input. */
    public Host(
            Output out,
            PrintStream err,
            Map<String, String> environment,
            boolean outIsTerminal,
            boolean errIsTerminal,
            Path folder,
            Clock clock,
            RealKernel.Source linux) {
        this(out, err, environment, outIsTerminal, errIsTerminal, folder, clock, linux, InputStream.nullInputStream());
    }

    /** Tells the time. */
    @FunctionalInterface
    public interface Clock {
        /** Nanoseconds since some moment. */
        long nanos();

        /** What time it is, for the date on a report. */
        default Instant now() {
            return Instant.now();
        }
    }

    /** The surroundings of this process. */
    public static Host ofThisProcess() {
        return new Host(
                new Output(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                Terminals.isTerminal(1),
                Terminals.isTerminal(2),
                Path.of(""),
                SystemClock.INSTANCE,
                LinuxSource.INSTANCE,
                System.in);
    }

    /** The value of an environment variable; empty if it is not set. */
    public String variable(String name) {
        String value = environment.get(name);
        return value == null ? "" : value;
    }

    /** A path as the user wrote it, seen from where the user is. */
    public Path resolve(String path) {
        return folder.resolve(path);
    }

    /** The clock of the machine. An enum, not a lambda: this is on the way of every start. */
    private enum SystemClock implements Clock {
        INSTANCE;

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }
}
