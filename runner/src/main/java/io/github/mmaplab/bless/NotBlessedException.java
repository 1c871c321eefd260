package io.github.mmaplab.bless;

import io.github.mmaplab.diagnostic.Span;

/** Says why a file can't be made to say what was seen. */
final class NotBlessedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Span span;
    private final String hint;

    /**
     * That a file stays as it is.
     *
     * @param span what could not be corrected
     * @param message why, one sentence in lower case
     * @param hint what to do
     */
    NotBlessedException(Span span, String message, String hint) {
        super(message, null, false, false);
        this.span = span;
        this.hint = hint;
    }

    Span span() {
        return span;
    }

    String hint() {
        return hint;
    }
}
