package io.github.mmaplab.fuzz;

/** Something whose name ends in its number. */
interface Numbered {

    /** Numbers are below this bound. */
    int MOST = 1 << 13;

    /** The number, from 0. */
    int number();
}
