package io.github.mmaplab.kernel.abi;

/** What an operation came to: data, never an exception. */
public sealed interface Outcome {

    /** Whether the operation did all that it was asked for. */
    default boolean succeeded() {
        return this instanceof Ok || this instanceof Done;
    }

    /**
     * A call succeeded.
     *
     * @param value what it returned: the address for mmap and mremap, 0 elsewhere
     */
    record Ok(long value) implements Outcome {
        /** Success with nothing to tell. */
        public static final Ok ZERO = new Ok(0);
    }

    /**
     * A call returned an error.
     *
     * @param reason the argument and the rule, in a few words
     */
    record Failed(Errno errno, String reason) implements Outcome {}

    /**
     * An access took place.
     *
     * @param data the bytes read; empty for a store, and for a load whose bytes nobody wants
     */
    record Done(Data data) implements Outcome {
        /** Success without bytes. */
        public static final Done NOTHING = new Done(Data.EMPTY);
    }

    /**
     * An access raised a signal.
     *
     * @param address the byte that could not be accessed; what stands below it was
     * @param reason why, in a few words
     */
    record Signalled(Signal signal, SignalCode code, long address, String reason) implements Outcome {}

    /**
     * This kernel does not simulate that. Nothing has changed.
     *
     * @param what names what it is
     */
    record Refused(String what) implements Outcome {}
}
