package io.github.mmaplab.export;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/** The result of exporting a scenario. */
public sealed interface Export {
    /**
     * A program.
     *
     * @param text its source in C
     * @param checks the lines of TAP that it prints, in order
     */
    record Program(String text, List<Check> checks) implements Export {
        /** Copies the list. */
        public Program {
            checks = List.copyOf(checks);
        }
    }

    /**
     * A line of TAP.
     *
     * @param description the text after its number
     * @param span the expectation that it checks
     */
    record Check(String description, Span span) {}

    /**
     * The scenario cannot be a program.
     *
     * @param reasons at least one
     */
    record Refused(List<Diagnostic> reasons) implements Export {
        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
