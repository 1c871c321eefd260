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
 * The environment of the program, which tests replace.
 *
 * @param out for results, in UTF-8
 * @param err for progress and usage errors, in UTF-8
 * @param environment the environment variables
 * @param outIsTerminal whether {@code out} is a terminal
 * @param errIsTerminal whether {@code err} is a terminal
 * @param folder the folder that relative paths start from
 * @param clock the clock
 * @param linux the kernel of this machine
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

    /** An environment without standard input. */
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

    /** The time. */
    @FunctionalInterface
    public interface Clock {
        /** Nanoseconds since some moment. */
        long nanos();

        /** The date and time, for a report. */
        default Instant now() {
            return Instant.now();
        }
    }

    /** The environment of this process. */
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

    /** The path that the user wrote, resolved against the user's folder. */
    public Path resolve(String path) {
        return folder.resolve(path);
    }

    /** The clock of the machine. An enum, not a lambda, because it is used at every start. */
    private enum SystemClock implements Clock {
        INSTANCE;

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }
}
