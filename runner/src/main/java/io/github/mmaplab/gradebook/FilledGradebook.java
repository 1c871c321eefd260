package io.github.mmaplab.gradebook;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import java.util.List;

/** A gradebook with the scores filled in, and what there is to say about it. */
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

    /** The whole file. With an error, it is the one that was read. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Why there is no column to fill in, or that Canvas will create one: tell it. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether nothing was filled in. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** The ids, sorted, that have a score and no row: those scores are in no cell. */
    public List<String> unknown() {
        return unknown;
    }

    /** The ids, in the order of the rows, that have a score and are excused: their {@code EX} was kept. */
    public List<String> excused() {
        return excused;
    }

    /** The ids, in the order of the rows, that have a score and not the assignment: their {@code N/A} was kept. */
    public List<String> notAssigned() {
        return notAssigned;
    }
}
