package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Term;

/** How much feedback students receive on their answers; each level includes those before it. */
public enum Feedback implements Term {
    SCORE("score", "the points of the whole, and nothing else"),
    PARTS("parts", "which answers are right"),
    WHY("why", "the steps and rules that decide, without the right answer"),
    KEY("key", "the right answers, with their explanations");

    private final String word;
    private final String meaning;

    Feedback(String word, String meaning) {
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

    /** Whether this level tells what {@code level} tells. */
    public boolean tells(Feedback level) {
        return compareTo(level) >= 0;
    }
}
