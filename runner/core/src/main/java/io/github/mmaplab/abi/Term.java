package io.github.mmaplab.abi;

/** A word with its meaning, which editors show beside it. */
public interface Term extends Word {
    /** What it means, as a part of a sentence: {@code start writing back, and do not wait}. */
    String meaning();
}
