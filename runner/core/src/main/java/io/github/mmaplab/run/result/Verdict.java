package io.github.mmaplab.run.result;

/** The verdict on a run of a scenario. */
public enum Verdict {
    /** Every step had the expected outcome, and everything that could be looked at was as expected. */
    PASSED,
    /** A step or an expectation was not as expected. */
    FAILED,
    /** The scenario could not be played to its end, through no fault of the kernel. */
    ERROR
}
