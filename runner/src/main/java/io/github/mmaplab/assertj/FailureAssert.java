package io.github.mmaplab.assertj;

/**
 * Assertions about what is not as a scenario expects. Each keeps only the problems that it is about, so that the reason
 * in {@code at("bob.q").because("hello")} is one for that place.
 */
public class FailureAssert extends Checked<FailureAssert, Failures> {

    /** Use {@link ScenarioAssert#fails} or {@link ScenarioFileAssert#fails}. */
    public FailureAssert(Failures failures) {
        super(failures, FailureAssert.class);
    }

    /**
     * A problem is about this place.
     *
     * @param place as in the scenario: {@code bob.q}, {@code data.txt}, {@code alice}, or the target of a step
     */
    public FailureAssert at(String place) {
        return narrowed(actual.at(place), "at " + place);
    }

    /**
     * A problem is at this step.
     *
     * @param step from 1; 0 before the first step, the number of steps plus 1 for the expectations at the end
     */
    public FailureAssert atStep(int step) {
        return narrowed(actual.atStep(step), "at step " + step);
    }

    /**
     * The report of a problem contains these words: what is seen, the error or signal, or the history of the page.
     *
     * @param words as in the text report
     */
    public FailureAssert because(String words) {
        return narrowed(actual.because(words), "with the message \"" + words + "\"");
    }

    private FailureAssert narrowed(Failures left, String how) {
        if (left.isEmpty() && !actual.isEmpty()) {
            fails("expected a failure " + how + ", but the failures are:\n" + actual);
        }
        return next(FailureAssert.class, Failures.class, left, FailureAssert::new);
    }
}
