package io.github.mmaplab.assertj;

import io.github.mmaplab.diagnostic.Diagnostic;
import java.util.function.Predicate;

/**
 * Assertions about what is wrong with a file. Each leaves those problems that it speaks of, so that in
 * {@code withCode("E0201").atLine(3)} both are said of one problem.
 */
public class DiagnosticsAssert extends Checked<DiagnosticsAssert, Diagnostics> {

    /** To be had from {@link ScenarioFileAssert#isInvalid}. */
    public DiagnosticsAssert(Diagnostics found) {
        super(found, DiagnosticsAssert.class);
    }

    /** The message of some problem has these words. */
    public DiagnosticsAssert withMessage(String words) {
        return narrowed(problem -> problem.message().contains(words), "says \"" + words + "\"");
    }

    /**
     * Some problem has this code.
     *
     * @param id of {@code docs/errors.md}, as in {@code E0201}
     */
    public DiagnosticsAssert withCode(String id) {
        return narrowed(problem -> problem.code().id().equals(id), "has the code " + id);
    }

    /** Some problem is at this line, from 1. */
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
