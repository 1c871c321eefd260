package io.github.mmaplab.abi;

/** Why a fault raised its signal (sigaction(2), si_code). */
public enum SignalCode implements Word {
    /** Nothing is mapped at the address. */
    SEGV_MAPERR(Signal.SIGSEGV),
    /** The mapping does not allow this access. */
    SEGV_ACCERR(Signal.SIGSEGV),
    /** The mapping's file has no such page. */
    BUS_ADRERR(Signal.SIGBUS),
    /** The address is not canonical, so that the processor reports none (x86, general protection). */
    SI_KERNEL(Signal.SIGSEGV);

    private final Signal signal;

    SignalCode(Signal signal) {
        this.signal = signal;
    }

    /** The signal that this code goes with. */
    public Signal signal() {
        return signal;
    }

    @Override
    public String word() {
        return name();
    }
}
