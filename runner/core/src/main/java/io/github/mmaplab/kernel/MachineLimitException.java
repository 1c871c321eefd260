package io.github.mmaplab.kernel;

import io.github.mmaplab.kernel.machine.Trait;

/**
 * The machine that a scenario is played on lacks a trait without which the scenario can't go on. It says nothing about the
 * scenario. The simulated kernel never lacks one.
 */
public final class MachineLimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Trait trait;

    /** Names what is missing, and what it was needed for. */
    public MachineLimitException(Trait trait, String what) {
        super(trait.lack() + ": " + what);
        this.trait = trait;
    }

    /** What is missing. */
    public Trait trait() {
        return trait;
    }
}
