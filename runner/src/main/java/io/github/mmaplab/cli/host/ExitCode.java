package io.github.mmaplab.cli.host;

/** The exit codes of the program, in order of severity. The most severe is returned. */
public enum ExitCode {
    /** Everything was done, and every scenario passed. */
    PASSED(0),
    /** Nothing was selected, or nothing could be checked. */
    NOTHING_SELECTED(3),
    /** A scenario has more states than the search visits, and nothing that failed was found. */
    NOT_DECIDED(4),
    /** A scenario failed. */
    FAILED(1),
    /** A file is not a valid scenario, or a scenario could not be played to its end. */
    INVALID(2),
    /** The command line can't be used. */
    USAGE(64),
    /** A bug of ours. */
    BUG(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the process returns. */
    public int number() {
        return number;
    }

    /** The more severe of the two. */
    public ExitCode and(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
