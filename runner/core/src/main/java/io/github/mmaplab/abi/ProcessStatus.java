package io.github.mmaplab.abi;

/** Whether a process runs, and if not, how it ended (wait(2)). */
public sealed interface ProcessStatus {

    /** It runs. */
    record Running() implements ProcessStatus {}

    /**
     * It called exit(2).
     *
     * @param code 0 to 255
     */
    record Exited(int code) implements ProcessStatus {}

    /** A signal ended it. */
    record Killed(Signal signal) implements ProcessStatus {}

    /** The machine lost its power, and no one saw it end. */
    record Crashed() implements ProcessStatus {}

    /** Whether the process runs. */
    default boolean alive() {
        return this instanceof Running;
    }
}
