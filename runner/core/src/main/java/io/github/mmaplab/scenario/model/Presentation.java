package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Term;

/** How a sheet shows what happens. */
public enum Presentation implements Term {
    WORDS("words", "sentences, one for each step"),
    C("c", "short C with numbered lines, to which the questions refer");

    private final String word;
    private final String meaning;

    Presentation(String word, String meaning) {
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
