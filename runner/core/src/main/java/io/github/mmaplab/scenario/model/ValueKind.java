package io.github.mmaplab.scenario.model;

/** What the value of a {@link Property} is like. */
public enum ValueKind {
    /** Whether something is so. */
    YES_NO("true"),
    /** A number of bytes, unsigned. */
    SIZE("0"),
    /** How many of something there are, unsigned. */
    COUNT("0"),
    /** A number from 0 to 255. */
    EXIT_CODE("0"),
    /** Letters of {@code rwx}, or {@code none}. */
    PROTECTION("none"),
    /** Private or shared. */
    SHARING("private"),
    /** A signal that kills. */
    SIGNAL("SIGKILL");

    private final String example;

    ValueKind(String example) {
        this.example = example;
    }

    /** A value as a scenario writes it. */
    public String example() {
        return example;
    }
}
