package io.github.mmaplab.scenario.model;

/** Why a signal was raised: {@code si_code}, sigaction(2). */
public enum SignalCode implements Word {
    /** No mapping at the address. */
    SEGV_MAPERR(Signal.SIGSEGV),
    /** The mapping's protection forbids the access. */
    SEGV_ACCERR(Signal.SIGSEGV),
    /** The mapping has no page there: the file ends before it. */
    BUS_ADRERR(Signal.SIGBUS),
    /** The address is none that the processor can form, and the kernel is not told which it was. */
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
