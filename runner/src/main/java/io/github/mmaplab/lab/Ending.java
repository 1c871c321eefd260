package io.github.mmaplab.lab;

/**
 * What a call is to come to.
 *
 * @param written the key and the value that say so beside a step
 */
record Ending(String written) {
    /** Plain success. */
    static final Ending SUCCESS = new Ending("fails: none");
}
