package io.github.mmaplab.lab;

/**
 * The expected outcome of a call.
 *
 * @param written the key and the value that state it in a step
 */
record Ending(String written) {
    /** Plain success. */
    static final Ending SUCCESS = new Ending("fails: none");
}
