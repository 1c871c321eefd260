package io.github.mmaplab.abi;

import java.util.Locale;

/**
 * The system calls for all memory of the process that makes them, each in one place: a constant here, and its semantics in
 * {@code kernel.call}.
 */
public enum ProcessCall implements Call {
    LIMIT("setrlimit", ArgumentKind.LIMIT, "limit what a process may map or lock", "limits its {argument} (setrlimit)"),
    MLOCKALL(
            "mlockall",
            new ArgumentKind.OfFlags<>(LockAllFlag.class, Flags.of()),
            "lock all memory of a process",
            "calls mlockall, with {argument}"),
    MUNLOCKALL(
            "munlockall", ArgumentKind.NONE, "unlock all memory of a process", "unlocks all its memory (munlockall)"),
    BRK("brk", ArgumentKind.HEAP, "set the length of the heap", "sets the length of its heap to {argument} (brk)");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String inC;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable lists
    private final ArgumentKind takes;

    private final String meaning;
    private final String sentence;

    ProcessCall(String inC, ArgumentKind takes, String meaning, String sentence) {
        this.inC = inC;
        this.takes = takes;
        this.meaning = meaning;
        this.sentence = sentence;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public ArgumentKind takes() {
        return takes;
    }

    @Override
    public String systemCall(Argument argument) {
        return inC;
    }

    /**
     * What a process does that makes the call, for a person: {@code calls mlockall, with MCL_CURRENT}.
     *
     * @param argument the argument in words; empty without one
     */
    public String sentence(String argument) {
        return sentence.replace("{argument}", argument);
    }

    /** As C writes it: {@code mlockall(MCL_CURRENT)}. */
    public String inC(Argument argument) {
        return inC + "(" + argument.inC() + ")";
    }
}
