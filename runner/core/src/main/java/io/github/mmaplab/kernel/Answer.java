package io.github.mmaplab.kernel;

/** The answer to an observation. */
public sealed interface Answer<T> {

    /** The kernel knows. */
    record Known<T>(T value) implements Answer<T> {}

    /**
     * The kernel cannot be asked that.
     *
     * @param why in a few words
     */
    record Unknown<T>(String why) implements Answer<T> {}
}
