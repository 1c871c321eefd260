package io.github.mmaplab.abi;

/** The signals that an access or a kill can raise; the default action of each ends the process (signal(7)). */
public enum Signal implements Term {
    SIGSEGV("an access outside any mapping, or against its protection"),
    SIGBUS("an access past the last page of the mapped file"),
    SIGKILL("the signal that `kill` sends");

    private final String meaning;

    Signal(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String word() {
        return name();
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
