package io.github.mmaplab.cli.play;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.Summary;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report and its file. If the file can no longer be written, the run and the other reports continue. */
final class ReportTarget implements Closeable {
    private final Report report;
    private final String name;
    private final Writer writer;
    /** Null for standard output, and for anything but a regular file. */
    private final @Nullable WholeFile file;

    private @Nullable IOException failure;

    /**
     * A report and its file.
     *
     * @param name the file as the user wrote it
     * @param writer what the report writes to
     */
    ReportTarget(Report report, String name, Writer writer, @Nullable WholeFile file) {
        this.report = report;
        this.name = name;
        this.writer = writer;
        this.file = file;
    }

    /** A report that writes to standard output or standard error itself. */
    static ReportTarget unbuffered(Report report) {
        return new ReportTarget(report, "-", Writer.nullWriter(), null);
    }

    void begin(int selected, int runs) {
        if (failure == null) {
            try {
                report.begin(selected, runs);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    void diagnostics(List<Diagnostic> problems) {
        if (failure == null) {
            try {
                report.diagnostics(problems);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    void played(Played played) {
        if (failure == null) {
            try {
                report.played(played);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** The end of the report. Its file appears only now. */
    void end(Summary summary) {
        if (failure == null) {
            try {
                report.end(summary);
                writer.flush();
                if (file != null) {
                    file.commit();
                }
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Why the report could not be written; null if it was. */
    @Nullable
    String failure() {
        return failure == null ? null : "the report `" + name + "` could not be written: " + Reasons.of(failure);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        } else {
            writer.close();
        }
    }
}
