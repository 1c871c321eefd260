package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.github.Annotations;
import io.github.mmaplab.report.github.Fence;
import io.github.mmaplab.report.github.Fenced;
import io.github.mmaplab.report.github.StepSummary;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** The log and the summary of a step of GitHub Actions. */
public final class GitHub {
    /** The maximum size of a step's summary, in bytes (GitHub's documentation, "Workflow commands"). */
    private static final long LONGEST_SUMMARY = 1 << 20;

    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";
    private static final int TOKEN_BITS = 128;
    private static final int TOKEN_RADIX = 36;

    private final Host host;

    /** The log and the summary of the step that {@code host} is in. */
    public GitHub(Host host) {
        this.host = host;
    }

    /** Whether the program runs in a step of GitHub Actions. */
    public static boolean isStep(Host host) {
        return host.variable("GITHUB_ACTIONS").equals("true");
    }

    /** The fence around text for people, in a stream that goes to the log. */
    public static Fence fence(Appendable stream) {
        return new Fence(stream, new BigInteger(TOKEN_BITS, new SecureRandom()).toString(TOKEN_RADIX));
    }

    /**
     * The reports on standard output: the text for people, in which the runner executes no command, and then the
     * annotations.
     */
    List<ReportTarget> log(Report console, Fence fence) {
        return List.of(
                ReportTarget.unbuffered(new Fenced(console, fence)),
                ReportTarget.unbuffered(new Annotations(host.out(), new Workspace(host))));
    }

    /** The annotations alone, if standard output belongs to another report. The runner reads both streams. */
    ReportTarget annotations() {
        return ReportTarget.unbuffered(new Annotations(host.err(), new Workspace(host)));
    }

    /** The summary, if there is a file for it. */
    List<ReportTarget> summary() {
        String name = host.variable(SUMMARY);
        List<ReportTarget> targets = new ArrayList<>();
        if (!name.isEmpty()) {
            try {
                Path file = host.resolve(name);
                long room = LONGEST_SUMMARY - (Files.exists(file) ? Files.size(file) : 0);
                Writer writer = new OutputStreamWriter(
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                        StandardCharsets.UTF_8);
                StepSummary report = new StepSummary(writer, new Workspace(host), room);
                targets.add(new ReportTarget(report, "$" + SUMMARY, writer, null));
            } catch (IOException e) {
                withoutSummary(Reasons.of(e));
            } catch (InvalidPathException e) {
                withoutSummary(e.getReason());
            }
        }
        return targets;
    }

    /** The summary was not requested explicitly, so the run continues. */
    private void withoutSummary(String why) {
        host.err().println("warning: the summary of this step, $" + SUMMARY + ", can't be written: " + why);
    }
}
