package io.github.mmaplab.abi;

/** The signals that an access or a kill can raise; the default action of each ends the process (signal(7)). */
public enum Signal implements Word {
    /** An access outside any mapping, or against its protection. */
    SIGSEGV,
    /** An access past the last page of the mapped file. */
    SIGBUS,
    /** What kill(2) sends here; no access raises it. */
    SIGKILL;

    @Override
    public String word() {
        return name();
    }
}
