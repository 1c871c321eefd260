package io.github.mmaplab.fuzz;

/** Something with a number of its own, which its name ends in. */
interface Numbered {

    /** Numbers are less than this. */
    int MOST = 1 << 13;

    /** The number, from 0. */
    int number();
}
