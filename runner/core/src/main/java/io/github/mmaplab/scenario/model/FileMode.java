package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Term;

/** The permission of a file: what the processes of the scenario may open it for. */
public enum FileMode implements Term {
    READ_ONLY("r", "reading only"),
    READ_WRITE("rw", "reading and writing. The default");

    private final String word;
    private final String meaning;

    FileMode(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
