package io.github.mmaplab.abi;

/** What happens to a process whose access raises a signal. */
public enum OnSignal {
    /** It has a handler, and goes on after the access. */
    HANDLE,
    /** It has none: the default action ends it. */
    DEFAULT_ACTION
}
