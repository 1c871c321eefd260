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
     * One order of a concurrent scenario, as a scenario.
     *
     * @param text a file in canonical form
     * @param leftOut what the scenario says and the file does not, and why: a sentence each
     */
    record Story(String text, List<String> leftOut) implements Export {
        /** Copies the list. */
        public Story {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * The scenario cannot be exported.
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
