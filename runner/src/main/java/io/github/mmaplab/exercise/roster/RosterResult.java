package io.github.mmaplab.exercise.roster;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import java.util.List;

/**
 * The result of reading a roster.
 *
 * @param roster empty if the file has an error: half a class is none
 * @param diagnostics everything that is wrong, in the order of the file
 */
public record RosterResult(Roster roster, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    public RosterResult {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether something is wrong that is more than a warning. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
