package io.github.mmaplab.diagnostic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong, in the order found. The same problem found twice, as when a scenario is read once for each row
 * of its cases, is one problem.
 */
public final class Problems {
    private final Set<Diagnostic> found = new LinkedHashSet<>();
    private int errors;

    /** Adds a problem, unless it is there already. */
    public void add(Diagnostic problem) {
        if (found.add(problem) && problem.severity() == Severity.ERROR) {
            errors++;
        }
    }

    /** Adds a problem, unless it is there already. */
    public void add(Code code, Span span, String message, String... hints) {
        add(new Diagnostic(code, span, message, hints));
    }

    /** How many errors were found so far; warnings do not count. */
    public int errors() {
        return errors;
    }

    /** What was found, in the order found. */
    public List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
