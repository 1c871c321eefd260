package io.github.mmaplab.assertj;

/**
 * Assertions about what was not as a scenario expects it. Each leaves those problems that it speaks of, so that in
 * {@code at("bob.q").because("hello")} the reason is one for that place.
 */
public class FailureAssert extends Checked<FailureAssert, Failures> {

    /** To be had from {@link ScenarioAssert#fails} and {@link ScenarioFileAssert#fails}. */
    public FailureAssert(Failures failures) {
        super(failures, FailureAssert.class);
    }

    /**
     * Some of it is about this place.
     *
     * @param place as the scenario writes it: {@code bob.q}, {@code data.txt}, {@code alice}, or the target of a step
     */
    public FailureAssert at(String place) {
        return narrowed(actual.at(place), "at " + place);
    }

    /**
     * Some of it came up at this step.
     *
     * @param step from 1; 0 for what comes before, one more than there are for what holds at the end
     */
    public FailureAssert atStep(int step) {
        return narrowed(actual.atStep(step), "at step " + step);
    }

    /**
     * What is told about some of it has these words: what is seen, the error or signal, or the history of the page.
     *
     * @param words as they stand in the text report
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
