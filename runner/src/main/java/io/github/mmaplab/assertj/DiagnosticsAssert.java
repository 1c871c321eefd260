package io.github.mmaplab.assertj;

import io.github.mmaplab.diagnostic.Diagnostic;
import java.util.function.Predicate;

/**
 * Assertions about what is wrong with a file. Each keeps only the problems that it is about, so that {@code
 * withCode("E0201").atLine(3)} is about a single problem.
 */
public class DiagnosticsAssert extends Checked<DiagnosticsAssert, Diagnostics> {

    /** Use {@link ScenarioFileAssert#isInvalid}. */
    public DiagnosticsAssert(Diagnostics found) {
        super(found, DiagnosticsAssert.class);
    }

    /** The message of a problem contains these words. */
    public DiagnosticsAssert withMessage(String words) {
        return narrowed(problem -> problem.message().contains(words), "says \"" + words + "\"");
    }

    /**
     * A problem has this code.
     *
     * @param id from {@code docs/errors.md}, such as {@code E0201}
     */
    public DiagnosticsAssert withCode(String id) {
        return narrowed(problem -> problem.code().id().equals(id), "has the code " + id);
    }

    /** A problem is at this line, from 1. */
    public DiagnosticsAssert atLine(int line) {
        return narrowed(problem -> problem.span().line() == line, "is at line " + line);
    }

    private DiagnosticsAssert narrowed(Predicate<Diagnostic> kind, String how) {
        Diagnostics left = actual.those(kind);
        if (left.all().isEmpty() && !actual.all().isEmpty()) {
            fails("expected a problem that " + how + ", but the problems are:\n" + actual);
        }
        return next(DiagnosticsAssert.class, Diagnostics.class, left, DiagnosticsAssert::new);
    }
}
