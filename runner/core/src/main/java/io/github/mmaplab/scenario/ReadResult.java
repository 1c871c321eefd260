package io.github.mmaplab.scenario;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;

/**
 * The result of reading a file.
 *
 * @param scenarios those without errors, in the order of the file, one for each row of {@code cases}
 * @param diagnostics everything that is wrong, in the order of the file
 */
public record ReadResult(List<Scenario> scenarios, List<Diagnostic> diagnostics) {
    /** Copies the lists. */
    public ReadResult {
        scenarios = List.copyOf(scenarios);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether something is wrong that is more than a warning. */
    public boolean hasErrors() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }
}
