package io.github.mmaplab.compare;

/**
 * Something that could not be compared, since one of the kernels cannot be asked about it.
 *
 * @param what in a word or two
 * @param why in a few words
 */
public record NotCompared(String what, String why) {}
