package io.github.mmaplab.kernel.abi;

/** The signals that an access or a kill can raise; the default action of each ends the process (signal(7)). */
public enum Signal {
    SIGSEGV,
    SIGBUS,
    SIGKILL
}
