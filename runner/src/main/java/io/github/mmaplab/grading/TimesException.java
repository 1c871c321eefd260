package io.github.mmaplab.grading;

/** A table does not say when files were handed in. */
public final class TimesException extends Exception {
    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * A problem with the table.
     *
     * @param message one sentence in lower case
     * @param hint how to fix it
     */
    TimesException(String message, String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    /** How to fix it. */
    public String hint() {
        return hint;
    }
}
