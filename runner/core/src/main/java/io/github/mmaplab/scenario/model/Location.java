package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;

/** A place in the memory of a process, in a file, or a register. Its names exist where it is written. */
public sealed interface Location {
    /** As it was written, the parameters of {@code cases} replaced: {@code alice.p+1 page}. */
    String written();

    /** Where it is written. */
    Span span();

    /** Calls the method of {@code visitor} for this kind of location. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of location. */
    interface Visitor<R> {
        /** A place in memory. */
        R inMemory(InMemory location);

        /** A place in a file. */
        R inFile(InFile location);

        /** A register. */
        R inRegister(InRegister location);
    }

    /**
     * An address, relative to where a mapping was made.
     *
     * @param process the process whose memory it is
     * @param mapping the mapping's name
     * @param offset how far from the beginning of the named range, modulo 2^64: negative before it
     * @param written as it was written
     * @param span where it is written
     */
    record InMemory(String process, String mapping, long offset, String written, Span span) implements Location {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inMemory(this);
        }
    }

    /**
     * An offset in a file, or the whole of it.
     *
     * @param file the file's name
     * @param offset how far from the beginning of the file, unsigned
     * @param whole whether no offset is written, so that content is that of the whole file
     * @param written as it was written
     * @param span where it is written
     */
    record InFile(String file, long offset, boolean whole, String written, Span span) implements Location {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inFile(this);
        }
    }

    /**
     * A register: bytes that a process has read, and carries on. It is no memory.
     *
     * @param process the process that it belongs to
     * @param register its name
     * @param length how many bytes it has, at least one
     * @param written as it was written
     * @param span where it is written
     */
    record InRegister(String process, String register, int length, String written, Span span) implements Location {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inRegister(this);
        }
    }
}
