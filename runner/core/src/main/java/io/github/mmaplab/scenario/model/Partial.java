package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Term;

/** What a part of a set earns, where the answer is a set. */
public enum Partial implements Term {
    ALL_OR_NOTHING("all-or-nothing", "points for the whole set, and for nothing else"),
    NET("net", "each member named earns its share, each that is not in the set costs as much"),
    EACH("each", "each member named earns its share; naming too many costs");

    private final String word;
    private final String meaning;

    Partial(String word, String meaning) {
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
