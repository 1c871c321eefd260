package io.github.mmaplab.exercise;

import io.github.mmaplab.scenario.model.Variant;

/**
 * Says that a variant of an exercise has a mistake that no variant with one value less has: {@code exercise check} plays
 * all of them and finds it before it is handed out.
 */
public final class VariantException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The variant, and what is wrong with it. */
    public VariantException(Variant variant, String problem) {
        super("the variant " + variant.values() + " has a mistake: " + problem);
    }
}
