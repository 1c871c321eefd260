package io.github.mmaplab.diagnostic;

/** How much a diagnostic matters. */
public enum Severity {
    /** The scenario can't be run. */
    ERROR("error"),
    /** The scenario runs, but probably does not say what its author meant. */
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word that a drawn diagnostic begins with. */
    public String word() {
        return word;
    }
}
