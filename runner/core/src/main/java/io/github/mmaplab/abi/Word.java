package io.github.mmaplab.abi;

/** A member of a closed list of words, such as the flags of a call: named as in the C headers, without the prefix. */
public interface Word {
    /** The word as it is written in a scenario. */
    String word();

    /** Whether a scenario can write the word; what it can't is said in another way, or happens only inside a call. */
    default boolean isOffered() {
        return true;
    }
}
