package io.github.mmaplab.scenario.model;

/** A member of a closed list of words of the language, such as the flags of a call. */
public interface Word {
    /** The word as it is written in a scenario. */
    String word();
}
