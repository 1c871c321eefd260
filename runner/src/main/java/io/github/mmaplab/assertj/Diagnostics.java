package io.github.mmaplab.assertj;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import java.util.List;
import java.util.function.Predicate;

/** What is wrong with a file. */
public record Diagnostics(List<Diagnostic> all) {
    /** Copies the list. */
    public Diagnostics {
        all = List.copyOf(all);
    }

    Diagnostics those(Predicate<Diagnostic> kind) {
        return new Diagnostics(all.stream().filter(kind).toList());
    }

    /** Each with its line, a caret and a hint. */
    @Override
    public String toString() {
        return new DiagnosticPrinter(Palette.PLAIN).printAll(all);
    }
}
