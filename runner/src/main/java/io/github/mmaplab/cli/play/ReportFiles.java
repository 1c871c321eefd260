package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.select.Spared;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.Summary;
import io.github.mmaplab.report.github.Fence;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All reports of a run: the one on standard output, and the files of {@code --report}. */
public final class ReportFiles implements Closeable {
    private static final String REPORT = "report";

    private final List<ReportTarget> targets = new ArrayList<>();
    /** The fence around text for people, in the log of a step of GitHub Actions; null elsewhere. */
    private @Nullable Fence fence;

    /** Whether another program reads standard output. */
    private boolean outIsRead;

    private ReportFiles() {}

    /**
     * Opens all reports, so that one that can't be written is known before anything is played.
     *
     * @param arguments the command line, with the values of {@code --report}
     * @param console the report on standard output, unless one of the values replaces it
     * @throws UsageException if a value can't be read, or its file can't be written
     */
    public static ReportFiles open(Arguments arguments, Report console, Host host) throws UsageException {
        List<String> values = arguments.all(REPORT);
        ReportFiles files = new ReportFiles();
        if (values.isEmpty() && !GitHub.isStep(host)) {
            files.targets.add(ReportTarget.unbuffered(console));
            return files;
        }
        try {
            List<ReportRequest> requests = ReportRequest.parse(values);
            for (ReportRequest request : requests) {
                if (!request.toStandardOutput()) {
                    Spared.check(REPORT, request.file(), arguments, host);
                }
            }
            files.openAll(requests, console, host);
            return files;
        } catch (UsageException e) {
            files.close();
            throw e;
        }
    }

    /** The beginnings of the values of {@code --report}, with the equals sign. */
    public static List<String> formats() {
        return ReportRequest.beginnings();
    }

    private void openAll(List<ReportRequest> requests, Report console, Host host) throws UsageException {
        GitHub github = new GitHub(host);
        boolean outIsTaken = false;
        boolean asked = false;
        boolean log = false;
        for (ReportRequest request : requests) {
            boolean forGitHub = request.format() == ReportRequest.Format.GITHUB;
            asked |= forGitHub;
            if (forGitHub && request.toStandardOutput()) {
                log = true;
            } else {
                targets.add(target(request, host));
                outIsTaken |= request.toStandardOutput();
                outIsRead |= request.toStandardOutput() && request.format() != ReportRequest.Format.TEXT;
            }
        }
        boolean byItself = !asked && GitHub.isStep(host);
        if (log || (byItself && !outIsTaken)) {
            fence = GitHub.fence(host.out());
            targets.addAll(0, github.log(console, fence));
        } else if (!outIsTaken) {
            targets.add(0, ReportTarget.unbuffered(console));
        } else if (byItself) {
            targets.add(github.annotations());
        }
        if (asked || byItself) {
            targets.addAll(github.summary());
        }
    }

    private static ReportTarget target(ReportRequest request, Host host) throws UsageException {
        boolean stream = request.format() == ReportRequest.Format.JSONL;
        WholeFile file = request.toStandardOutput() || stream ? null : open(request.file(), host);
        OutputStream out =
                file != null ? file.out() : request.toStandardOutput() ? host.out() : stream(request.file(), host);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return new ReportTarget(ReportMaker.make(request.format(), writer, host), request.file(), writer, file);
    }

    /** A file that can be read while it grows. It is incomplete if the run is killed. */
    private static OutputStream stream(String name, Host host) throws UsageException {
        try {
            return Files.newOutputStream(host.resolve(name));
        } catch (IOException e) {
            throw unwritable(name, Reasons.of(e));
        } catch (InvalidPathException e) {
            throw unwritable(name, e.getReason());
        }
    }

    private static WholeFile open(String name, Host host) throws UsageException {
        try {
            return WholeFile.open(host.resolve(name));
        } catch (IOException e) {
            throw unwritable(name, Reasons.of(e));
        } catch (InvalidPathException e) {
            throw unwritable(name, e.getReason());
        }
    }

    private static UsageException unwritable(String name, String why) {
        return new UsageException(
                "the report `" + name + "` can't be written: " + why,
                "nothing was run; name a file in a folder that exists and is writable");
    }

    void begin(int selected, int runs) {
        for (ReportTarget target : targets) {
            target.begin(selected, runs);
        }
    }

    void diagnostics(List<Diagnostic> problems) {
        for (ReportTarget target : targets) {
            target.diagnostics(problems);
        }
    }

    void played(Played played) {
        for (ReportTarget target : targets) {
            target.played(played);
        }
    }

    void end(Summary summary) {
        for (ReportTarget target : targets) {
            target.end(summary);
        }
    }

    /** Whether a report for another program is on standard output, so that nothing else may be. */
    public boolean ownStandardOutput() {
        return outIsRead;
    }

    /** Lets {@code work} write more text for people to standard output. */
    public void text(Runnable work) {
        try {
            if (fence != null) {
                fence.open();
            }
            work.run();
            if (fence != null) {
                fence.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard output keeps its failures to itself", e);
        }
    }

    /** Why a requested report could not be written; null if all were. */
    public @Nullable String failure() {
        for (ReportTarget target : targets) {
            if (target.failure() != null) {
                return target.failure();
            }
        }
        return null;
    }

    /** Discards the files that are incomplete. */
    @Override
    public void close() {
        for (ReportTarget target : targets) {
            try {
                target.close();
            } catch (IOException e) {
                // nothing is lost: a file that can't be closed was to be discarded
            }
        }
    }
}
