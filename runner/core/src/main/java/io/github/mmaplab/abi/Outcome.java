package io.github.mmaplab.abi;

/** The outcome of an operation: data, never an exception. */
public sealed interface Outcome {

    /** Whether the operation did all that it was asked for. */
    default boolean succeeded() {
        return this instanceof Ok || this instanceof Done;
    }

    /** How many bytes a call that counts them returned, unsigned; 0 if it did not succeed. */
    default long count() {
        return this instanceof Ok ok
                ? ok.value()
                : this instanceof Done done ? done.data().length() : 0;
    }

    /**
     * A call succeeded.
     *
     * @param value what it returned: the address for mmap and mremap, the number of bytes for write(2), 0 elsewhere
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
     * @param data the bytes read; empty for a store, and for a load whose bytes are not needed
     */
    record Done(Data data) implements Outcome {
        /** Success without bytes. */
        public static final Done NOTHING = new Done(Data.EMPTY);
    }

    /**
     * An access raised a signal.
     *
     * @param address the byte that could not be accessed; the bytes below it were
     * @param reason why, in a few words
     */
    record Signalled(Signal signal, SignalCode code, long address, String reason) implements Outcome {}

    /**
     * This kernel does not do that for us, whether Linux does or not. Nothing has changed.
     *
     * @param what names what it is
     * @param simulated whether the kernel is the simulated one, which can't do it; else it is a real one, which is not asked
     */
    record Refused(String what, boolean simulated) implements Outcome {
        /** The simulated kernel can't do it. */
        public Refused(String what) {
            this(what, true);
        }

        /** The kernel of this machine is not asked to do it. */
        public static Refused onThisMachine(String what) {
            return new Refused(what, false);
        }

        /** What is refused, and by whom. */
        public String sentence() {
            return (simulated ? "not simulated: " : "not played on the kernel of this machine: ") + what;
        }

        /** Why that is so, as help for who wrote the scenario. */
        public String help() {
            return simulated
                    ? "the simulated kernel refuses what it cannot play faithfully"
                    : "a scenario may use so much and no more of a machine that others use too";
        }
    }
}
