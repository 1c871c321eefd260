package io.github.mmaplab.report.github;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.Summary;
import java.io.IOException;
import java.util.List;

/**
 * A report in the log of a step. It quotes titles and lines of files, which are untrusted: the runner executes no
 * command in it.
 */
public final class Fenced implements Report {
    private final Report inner;
    private final Fence fence;

    /**
     * A report within a fence.
     *
     * @param fence in what {@code inner} writes to
     */
    public Fenced(Report inner, Fence fence) {
        this.inner = inner;
        this.fence = fence;
    }

    @Override
    public void begin(int selected, int runs) throws IOException {
        fence.open();
        inner.begin(selected, runs);
    }

    @Override
    public void diagnostics(List<Diagnostic> problems) throws IOException {
        inner.diagnostics(problems);
    }

    @Override
    public void played(Played played) throws IOException {
        inner.played(played);
    }

    @Override
    public void end(Summary summary) throws IOException {
        inner.end(summary);
        fence.close();
    }
}
