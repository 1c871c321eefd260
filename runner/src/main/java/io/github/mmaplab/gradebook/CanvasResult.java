package io.github.mmaplab.gradebook;

import io.github.mmaplab.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading a gradebook.
 *
 * @param gradebook empty if the file has an error
 * @param diagnostics everything that is wrong, in the order of the file
 */
public record CanvasResult(Optional<CanvasGradebook> gradebook, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    public CanvasResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
