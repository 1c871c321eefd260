package io.github.mmaplab.explain.fact;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Protection;

/** Why an access to an address is not possible. */
public sealed interface Fault {

    /** Nothing is mapped there. */
    record Unmapped() implements Fault {}

    /** No address space reaches as far. */
    record NotCanonical() implements Fault {}

    /** The page has a guard. */
    record Guarded() implements Fault {}

    /** The mapping does not allow it. */
    record Forbidden(Protection protection) implements Fault {}

    /**
     * The page is past the end of the file.
     *
     * @param size of the file in bytes
     * @param page which page of the file it would be, from 0
     */
    record PastTheEnd(FileId file, long size, long page) implements Fault {}
}
