package io.github.mmaplab.exercise.grade;

/** The rule by which an answer earns what it earns. */
public enum Credit {
    /** A right answer earns all points. */
    FULL("full"),
    /** An answer that is wrong only because an earlier one was, and right given that one, earns the stated share. */
    FOLLOW_THROUGH("follow-through"),
    /** A part of a set earns its share, by the rule that the exercise states. */
    PART("part"),
    /** The exercise gives the points to all students, whatever they answered. */
    EVERYBODY("everybody"),
    /** Everything else earns nothing. */
    NONE("none");

    private final String word;

    Credit(String word) {
        this.word = word;
    }

    /** The word for it; stable. */
    public String word() {
        return word;
    }
}
