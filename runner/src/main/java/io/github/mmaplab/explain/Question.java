package io.github.mmaplab.explain;

/** Something that can be asked about the end of a film. */
interface Question {

    /** What is seen, for comparing: equal if the same is seen. */
    Object seen(Film film);

    /** What is seen, in words, and why. */
    Told told(Film film);
}
