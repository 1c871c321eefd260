package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Word;

/** The permission of a file: what the processes of the scenario may open it for. */
public enum FileMode implements Word {
    /** Reading only. */
    READ_ONLY("r"),
    /** Reading and writing. */
    READ_WRITE("rw");

    private final String word;

    FileMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
