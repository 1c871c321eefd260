package io.github.mmaplab.scenario.model;

/** The signals that a scenario can bring about, signal(7). */
public enum Signal implements Word {
    /** An access outside any mapping, or against its protection. */
    SIGSEGV,
    /** An access past the last page of the mapped file. */
    SIGBUS,
    /** What the verb {@code kill} sends; no access raises it. */
    SIGKILL;

    @Override
    public String word() {
        return name();
    }
}
