package io.github.mmaplab.report;

import io.github.mmaplab.run.result.ScenarioResult;

/** The result of a run or a scenario, the worst last. */
public enum Fate {
    /** It was not played, because another one had failed. */
    NOT_RUN("not-run", "- not run"),
    /** Everything that was checked is as expected. */
    PASSED("passed", "! PASSED IN PART"),
    /** Nothing could be checked on this kernel. */
    UNCHECKED("not-checked", "! NOT CHECKED"),
    /** It has more states than were searched, and nothing that is wrong was found. */
    UNDECIDED("not-decided", "✗ NOT DECIDED"),
    /** Something is not as expected. */
    FAILED("failed", "✗ FAILED"),
    /** It could not be played to its end. */
    UNPLAYABLE("not-playable", "✗ NOT PLAYED"),
    /** It hit a bug of ours. */
    CRASHED("bug", "✗ BUG");

    private final String word;
    private final String heading;

    Fate(String word, String heading) {
        this.word = word;
        this.heading = heading;
    }

    /** The word in reports for other programs. */
    public String word() {
        return word;
    }

    /** The words before a title where there is something to say about the result. */
    public String heading() {
        return heading;
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
        return of(finished.result());
    }

    /** The result of what was played. */
    static Fate of(ScenarioResult result) {
        return switch (result.verdict()) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case ERROR -> result.isUndecided() ? UNDECIDED : UNPLAYABLE;
        };
    }
}
