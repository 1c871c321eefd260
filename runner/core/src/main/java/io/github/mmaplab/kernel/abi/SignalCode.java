package io.github.mmaplab.kernel.abi;

/** Why a fault raised its signal (sigaction(2), si_code). */
public enum SignalCode {
    /** Nothing is mapped at the address. */
    SEGV_MAPERR,
    /** The mapping does not allow this access. */
    SEGV_ACCERR,
    /** The mapping's file has no such page. */
    BUS_ADRERR,
    /** The address is not canonical, so that the processor gives none (x86, general protection). */
    SI_KERNEL
}
