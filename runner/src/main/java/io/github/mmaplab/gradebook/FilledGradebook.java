package io.github.mmaplab.gradebook;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import java.util.List;

/** A gradebook with the scores filled in, and what was noticed. */
public final class FilledGradebook {
    private final byte[] bytes;
    private final List<Diagnostic> diagnostics;
    private final List<String> unknown;
    private final List<String> excused;
    private final List<String> notAssigned;

    FilledGradebook(
            byte[] bytes,
            List<Diagnostic> diagnostics,
            List<String> unknown,
            List<String> excused,
            List<String> notAssigned) {
        this.bytes = bytes.clone();
        this.diagnostics = List.copyOf(diagnostics);
        this.unknown = List.copyOf(unknown);
        this.excused = List.copyOf(excused);
        this.notAssigned = List.copyOf(notAssigned);
    }

    /** The whole file. If there is an error, it is unchanged. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Why no column can be filled in, or that Canvas will create one. To be shown. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether nothing was filled in. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** The ids, sorted, with a score but no row. Their scores are in no cell. */
    public List<String> unknown() {
        return unknown;
    }

    /** The ids, in the order of the rows, with a score but excused. Their {@code EX} was kept. */
    public List<String> excused() {
        return excused;
    }

    /** The ids, in the order of the rows, with a score but without the assignment. Their {@code N/A} was kept. */
    public List<String> notAssigned() {
        return notAssigned;
    }
}
