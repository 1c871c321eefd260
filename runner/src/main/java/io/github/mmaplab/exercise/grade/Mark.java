package io.github.mmaplab.exercise.grade;

/** What an answer is. */
public enum Mark {
    RIGHT("right"),
    WRONG("wrong"),
    /** Nothing was answered. */
    UNANSWERED("unanswered"),
    /** What was answered can't be an answer to the question. */
    INVALID("invalid");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /** The word for it. */
    public String word() {
        return word;
    }
}
