package io.github.mmaplab.report.github;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.Summary;
import java.io.IOException;
import java.util.List;

/**
 * A report in the log of a step. It quotes titles and lines of files, which anybody may have written: while it speaks,
 * the runner takes nothing for a command.
 */
public final class Fenced implements Report {
    private final Report inner;
    private final Appendable out;
    private final String token;

    /**
     * A report within a fence.
     *
     * @param out what {@code inner} writes to as well
     * @param token ends the fence; nobody who writes files can know it
     */
    public Fenced(Report inner, Appendable out, String token) {
        this.inner = inner;
        this.out = out;
        this.token = token;
    }

    @Override
    public void begin(int runs) throws IOException {
        out.append(Command.ignore(token));
        inner.begin(runs);
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
        out.append(Command.obey(token));
    }
}
