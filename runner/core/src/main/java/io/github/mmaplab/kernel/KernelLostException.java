package io.github.mmaplab.kernel;

/**
 * The kernel that a scenario is played on is gone, or does not answer: nothing more can be learned from it. It says
 * nothing about the scenario. The simulated kernel is never lost.
 */
public final class KernelLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says in a few words what happened. */
    public KernelLostException(String message) {
        super(message);
    }
}
