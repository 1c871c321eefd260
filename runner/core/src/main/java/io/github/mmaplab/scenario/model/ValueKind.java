package io.github.mmaplab.scenario.model;

/** What the value of a {@link Property} is like. */
public enum ValueKind {
    /** Whether something is so. */
    YES_NO("true", AnswerKind.Plain.YES_NO),
    /** A number of bytes, unsigned. */
    SIZE("0", AnswerKind.Plain.SIZE),
    /** How many of something there are, unsigned. */
    COUNT("0", AnswerKind.Plain.COUNT),
    /** A number from 0 to 255. */
    EXIT_CODE("0", AnswerKind.Plain.EXIT_CODE),
    /** Letters of {@code rwx}, or {@code none}. */
    PROTECTION("none", AnswerKind.Plain.PROTECTION),
    /** Private or shared. */
    SHARING("private", AnswerKind.Plain.SHARING),
    /** A signal that kills. */
    SIGNAL("SIGKILL", AnswerKind.Plain.KILLED_BY);

    private final String example;
    private final AnswerKind.Plain answer;

    ValueKind(String example, AnswerKind.Plain answer) {
        this.example = example;
        this.answer = answer;
    }

    /** A value as a scenario writes it. */
    public String example() {
        return example;
    }

    /** What an answer is like to a question that asks for it. */
    public AnswerKind.Plain answer() {
        return answer;
    }
}
