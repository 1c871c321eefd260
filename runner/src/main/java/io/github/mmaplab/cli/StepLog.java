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
 * Text for people in the log of a step of GitHub Actions. It quotes names of files, titles and ids, and the runner obeys a
 * command in any line of either stream: a text that may have one stands within a fence. Another text does not, so that
 * what reads the output of {@code mmaplab list} in a script reads the same as elsewhere. {@code mmaplab run} fences itself.
 */
final class StepLog {
    private static final Set<String> COMMANDS =
            Set.of("check", "list", "fmt", "why", "grade", "regrade", "exercise check");

    private StepLog() {}

    /** What a command does in its surroundings. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        ExitCode in(Host host) throws UsageException;
    }

    /** Whether a command says something to people, in such a log; with {@code -}, {@code fmt} writes a file. */
    static boolean isFor(String command, List<String> words, Host host) {
        return GitHub.isStep(host) && COMMANDS.contains(command) && !words.contains("-");
    }

    /** Does the work; what it says comes at its end. */
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

    /** Commands begin with two colons at the beginning of a line, or with the older sign anywhere. */
    private static boolean mayHaveCommand(String text) {
        return text.contains("##[")
                || text.lines().anyMatch(line -> line.strip().startsWith("::"));
    }
}
