package io.github.mmaplab.abi;

/** Why a fault raised its signal (sigaction(2), si_code). */
public enum SignalCode implements Term {
    SEGV_MAPERR(Signal.SIGSEGV, "nothing is mapped at the address"),
    SEGV_ACCERR(Signal.SIGSEGV, "the protection of the mapping forbids the access"),
    BUS_ADRERR(Signal.SIGBUS, "the file of the mapping has no such page"),
    SI_KERNEL(Signal.SIGSEGV, "the processor cannot form the address");

    private final Signal signal;
    private final String meaning;

    SignalCode(Signal signal, String meaning) {
        this.signal = signal;
        this.meaning = meaning;
    }

    /** The signal that this code goes with. */
    public Signal signal() {
        return signal;
    }

    @Override
    public String word() {
        return name();
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
