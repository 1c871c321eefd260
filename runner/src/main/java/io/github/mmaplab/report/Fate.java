package io.github.mmaplab.report;

/** What a run, or a scenario, comes to, the worst last. */
public enum Fate {
    /** It was not played, since another one had failed. */
    NOT_RUN("not-run"),
    /** Everything that was looked at was as expected. */
    PASSED("passed"),
    /** Nothing of it could be checked on this kernel. */
    UNCHECKED("not-checked"),
    /** Something was not as expected. */
    FAILED("failed"),
    /** It could not be played to its end. */
    UNPLAYABLE("not-playable"),
    /** A bug of ours came up. */
    CRASHED("bug");

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    /** The word for it in reports that other programs read. */
    public String word() {
        return word;
    }

    /** Whether that is not as it should be. */
    public boolean isBad() {
        return compareTo(FAILED) >= 0;
    }

    /** What a run came to. */
    public static Fate of(Played played) {
        if (played instanceof Played.NotRun) {
            return NOT_RUN;
        }
        if (played instanceof Played.Unchecked) {
            return UNCHECKED;
        }
        if (!(played instanceof Played.Finished finished)) {
            return CRASHED;
        }
        return switch (finished.result().verdict()) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case ERROR -> UNPLAYABLE;
        };
    }
}
