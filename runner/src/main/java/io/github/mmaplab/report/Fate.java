package io.github.mmaplab.report;

/** The result of a run or a scenario, the worst last. */
public enum Fate {
    /** It was not played, because another one had failed. */
    NOT_RUN("not-run"),
    /** Everything that was checked is as expected. */
    PASSED("passed"),
    /** Nothing could be checked on this kernel. */
    UNCHECKED("not-checked"),
    /** It has more states than were searched, and nothing that is wrong was found. */
    UNDECIDED("not-decided"),
    /** Something is not as expected. */
    FAILED("failed"),
    /** It could not be played to its end. */
    UNPLAYABLE("not-playable"),
    /** It hit a bug of ours. */
    CRASHED("bug");

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    /** The word in reports for other programs. */
    public String word() {
        return word;
    }

    /** Whether the command fails because of it. */
    public boolean isBad() {
        return compareTo(UNDECIDED) >= 0;
    }

    /** The result of a run. */
    public static Fate of(Played played) {
        if (played instanceof Played.NotRun) {
            return NOT_RUN;
        }
        if (played instanceof Played.Unchecked) {
            return UNCHECKED;
        }
        if (played instanceof Played.Parallel parallel) {
            return parallel.runs().unpredicted() ? FAILED : PASSED;
        }
        if (!(played instanceof Played.Finished finished)) {
            return CRASHED;
        }
        return switch (finished.result().verdict()) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case ERROR -> finished.result().isUndecided() ? UNDECIDED : UNPLAYABLE;
        };
    }
}
