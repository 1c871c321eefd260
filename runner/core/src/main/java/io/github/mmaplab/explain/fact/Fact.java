package io.github.mmaplab.explain.fact;

/**
 * Something that is so in a recorded run. A fact speaks of one act, an operation of the run, and holds of the machine
 * before and after it; what a fact says is data, and its words are made elsewhere.
 */
public sealed interface Fact permits Deed, Unseen, State {

    /** The act that it speaks of: which operation of the run, from 0; for a state the number of acts before it. */
    int act();
}
