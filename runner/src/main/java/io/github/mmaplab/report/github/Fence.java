package io.github.mmaplab.report.github;

import java.io.IOException;

/** Encloses text in the log of a step, so that the runner executes no command in it. */
public final class Fence {
    private final Appendable out;
    private final String token;

    /**
     * A fence in {@code out}.
     *
     * @param token ends it; the author of a file can't know it
     */
    public Fence(Appendable out, String token) {
        this.out = out;
        this.token = token;
    }

    /** From here on the runner ignores commands. */
    public void open() throws IOException {
        out.append(WorkflowCommand.ignore(token));
    }

    /** The runner executes commands again. */
    public void close() throws IOException {
        out.append(WorkflowCommand.obey(token));
    }
}
