package io.github.mmaplab.run.result;

/** What a run of a scenario came to. */
public enum Verdict {
    /** Every step came to what was expected, and everything that could be looked at was as expected. */
    PASSED,
    /** A step or an expectation was not as expected. */
    FAILED,
    /** The scenario could not be played to its end, through no fault of the kernel. */
    ERROR
}
