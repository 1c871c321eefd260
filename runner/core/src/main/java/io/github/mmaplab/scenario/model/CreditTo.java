package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Term;

/** Who gets the points of a question. */
public enum CreditTo implements Term {
    RIGHT("right", "students whose answer is right"),
    EVERYBODY("everybody", "all students who are graded: for a question that had a mistake");

    private final String word;
    private final String meaning;

    CreditTo(String word, String meaning) {
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
