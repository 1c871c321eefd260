package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Output;
import io.github.mmaplab.cli.play.GitHub;
import io.github.mmaplab.report.github.Fence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Text for people in the log of a step of GitHub Actions. It quotes names of files, titles and ids, and the runner
 * executes a command in any line of either stream, so text that may contain one is fenced. Other text is not, so that a
 * script reads the output of {@code mmaplab list} as elsewhere. {@code mmaplab run} has its own fence.
 */
final class StepLog {
    private static final Set<String> COMMANDS =
            Set.of("check", "list", "fmt", "why", "show", "grade", "regrade", "exercise check");

    private StepLog() {}

    /** The work of a command. */
    @FunctionalInterface
    interface Work {
        /** Does the work. */
        ExitCode in(Host host) throws UsageException;
    }

    /** Whether a command writes text for people to such a log. With {@code -}, {@code fmt} writes a file. */
    static boolean isFor(String command, List<String> words, Host host) {
        return GitHub.isStep(host) && COMMANDS.contains(command) && !words.contains("-");
    }

    /** Does the work, and then writes its output. */
    static ExitCode within(Host host, Work work) throws UsageException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Output kept = new Output(out);
        Host inner = new Host(
                kept,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                host.environment(),
                host.outIsTerminal(),
                host.errIsTerminal(),
                host.folder(),
                host.clock(),
                host.linux(),
                host.in());
        try {
            return work.in(inner);
        } finally {
            kept.flush();
            say(out.toString(StandardCharsets.UTF_8), host.out());
            host.out().flush();
            say(err.toString(StandardCharsets.UTF_8), host.err());
        }
    }

    private static void say(String text, Appendable stream) {
        try {
            if (!mayHaveCommand(text)) {
                stream.append(text);
                return;
            }
            Fence fence = GitHub.fence(stream);
            fence.open();
            stream.append(text);
            fence.close();
        } catch (IOException e) {
            throw new UncheckedIOException("streams keep their failures to themselves", e);
        }
    }

    /** A command begins with two colons at the beginning of a line, or with the older sign anywhere. */
    private static boolean mayHaveCommand(String text) {
        return text.contains("##[")
                || text.lines().anyMatch(line -> line.strip().startsWith("::"));
    }
}
