package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Word;

/** Who gets the points of a question. */
public enum CreditTo implements Word {
    /** Whose answer is right. */
    RIGHT("right"),
    /** Everybody who is graded, whatever was answered: what is left to do for a question that had a mistake. */
    EVERYBODY("everybody");

    private final String word;

    CreditTo(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
