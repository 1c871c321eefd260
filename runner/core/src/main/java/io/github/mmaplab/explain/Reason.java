package io.github.mmaplab.explain;

import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fact;
import io.github.mmaplab.explain.fact.State;

/**
 * One thing that decides what is seen.
 *
 * @param step the step it speaks of, by its number in the file, from 1; 0 for the scene before the first step, and for what
 *     is so at the moment that is asked about
 * @param text one sentence without a full stop, in the names of the scenario; what could steer a terminal is escaped
 * @param fact what it says, as data
 * @param names what the things in the fact are called
 */
public record Reason(int step, String text, Fact fact, Names names) {
    /** When it was, in words: {@code the beginning}, {@code step 3}; {@code so} for what is so at the moment. */
    public String when() {
        if (fact instanceof State) {
            return "so";
        }
        return fact instanceof Deed.Others ? "also" : step == 0 ? "the beginning" : "step " + step;
    }

    /** Whether it speaks of a moment before the one that is asked about. */
    public boolean isMoment() {
        return !(fact instanceof State) && !(fact instanceof Deed.Others);
    }
}
