package io.github.mmaplab.abi;

/** A system call whose verb, argument and sentences are a constant: over a range of addresses, on a file, or for all memory of a process. */
public sealed interface Call extends Term permits RangeCall, FileCall, ProcessCall {
    /** What the call takes beside what it is applied to. */
    ArgumentKind takes();

    /** The system call that is made with this argument. */
    String systemCall(Argument argument);
}
