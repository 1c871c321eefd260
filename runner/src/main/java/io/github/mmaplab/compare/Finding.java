package io.github.mmaplab.compare;

import java.util.Optional;

/** A difference, before it is known where in the run it is. */
record Finding(Aspect aspect, Subject subject, Optional<Subject.OfMemory> other, String simulated, String real) {

    private static final String SAME = "the same page";
    private static final String ANOTHER = "another page";

    /** A difference that is not about which pages are one. */
    Finding(Aspect aspect, Subject subject, String simulated, String real) {
        this(aspect, subject, Optional.empty(), simulated, real);
    }

    /**
     * Two places, or two moments, have one physical page on one kernel only.
     *
     * @param simulated whether that is the simulated one
     */
    static Finding page(Subject.OfMemory place, Optional<Subject.OfMemory> other, boolean simulated) {
        return new Finding(Aspect.FRAME, place, other, simulated ? SAME : ANOTHER, simulated ? ANOTHER : SAME);
    }

    /** Whether the memory of one place changed its page on the real kernel alone. */
    boolean isCopyOfReal() {
        return aspect == Aspect.FRAME && other.isEmpty() && real.equals(ANOTHER);
    }
}
