package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Word;

/** How much students are told about their answers; each level tells what those before it tell, too. */
public enum Feedback implements Word {
    /** The points of the whole, and nothing else. */
    SCORE("score"),
    /** Which answers are right. */
    PARTS("parts"),
    /** The steps that decide, without the right answer. */
    WHY("why"),
    /** The right answers, with their explanations. */
    KEY("key");

    private final String word;

    Feedback(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** Whether this level tells what {@code level} tells. */
    public boolean tells(Feedback level) {
        return compareTo(level) >= 0;
    }
}
