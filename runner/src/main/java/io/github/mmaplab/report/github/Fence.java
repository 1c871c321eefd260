package io.github.mmaplab.report.github;

import java.io.IOException;

/** What text in the log of a step stands within, so that the runner takes nothing in it for a command. */
public final class Fence {
    private final Appendable out;
    private final String token;

    /**
     * A fence in {@code out}.
     *
     * @param token ends it; an author of files can't know it
     */
    public Fence(Appendable out, String token) {
        this.out = out;
        this.token = token;
    }

    /** From here on the runner obeys nothing. */
    public void open() throws IOException {
        out.append(Command.ignore(token));
    }

    /** The runner obeys again. */
    public void close() throws IOException {
        out.append(Command.obey(token));
    }
}
