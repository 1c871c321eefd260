package io.github.mmaplab.junit;

/** Scenarios can't be played because of how they are written. This is not a verdict on them. */
final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a stack trace: the message names the place in the scenario. */
    ScenarioException(String message) {
        super(message, null, false, false);
    }
}
