package io.github.mmaplab.cli.host;

/** What the program's exit code tells. Of several the gravest is told: the order of declaration, upwards. */
public enum ExitCode {
    /** Everything that was asked for was done, and every scenario passed. */
    PASSED(0),
    /** Nothing was selected, or nothing of it could be checked. */
    NOTHING_SELECTED(3),
    /** A scenario failed. */
    FAILED(1),
    /** A file is not a valid scenario, or a scenario could not be played to its end. */
    INVALID(2),
    /** The command line asks for what can't be done. */
    USAGE(64),
    /** A bug of ours. */
    BUG(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The code as the process returns it. */
    public int number() {
        return number;
    }

    /** The graver of the two. */
    public ExitCode and(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
