package io.github.mmaplab.junit;

/** That scenarios can't be played: no verdict on them, but on how they are written. */
final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a stack trace: the message tells where in the scenario. */
    ScenarioException(String message) {
        super(message, null, false, false);
    }
}
