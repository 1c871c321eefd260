package io.github.mmaplab.answer;

import io.github.mmaplab.scenario.model.Variant;

/**
 * Says that a variant of an exercise has a mistake, so that it can be neither handed out nor graded: {@code exercise
 * check} plays all variants and finds it before.
 */
public final class VariantException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The variant, and what is wrong with it. */
    public VariantException(Variant variant, String problem) {
        super(variant.words() + " has a mistake: " + problem);
    }
}
