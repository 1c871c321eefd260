package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Word;

/** What a part of a set earns, where the answer is a set. */
public enum Partial implements Word {
    /** Points for the whole set, and for nothing else. */
    ALL_OR_NOTHING("all-or-nothing"),
    /** Each member named earns its share, each that is not in the set costs as much; never less than nothing. */
    NET("net"),
    /** Each member named earns its share; naming more than the set has members costs as much for each. */
    EACH("each");

    private final String word;

    Partial(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
