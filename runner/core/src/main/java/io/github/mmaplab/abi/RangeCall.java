package io.github.mmaplab.abi;

import java.util.Locale;

/**
 * The system calls over a range of addresses that are simulated, each in one place: a constant here, and its semantics in
 * {@code kernel.call}. Its name is its verb in the language, its name in C and that of its manual page; its number is
 * known to the agent's C compiler.
 */
public enum RangeCall implements Term {
    MUNMAP(ArgumentKind.NONE, "unmap a range", "unmaps {range}", false),
    MPROTECT(
            ArgumentKind.PROTECTION,
            "change the protection of a range",
            "calls mprotect on {range}, new protection: {argument}",
            false),
    MSYNC(
            new ArgumentKind.OfFlags<>(SyncFlag.class, Flags.of(SyncFlag.SYNC)),
            "write a range back to its file",
            "calls msync on {range}, with {argument}",
            true),
    MADVISE(ArgumentKind.ADVICE, "give advice for a range", "calls madvise on {range}, with {argument}", true);

    private final String word = name().toLowerCase(Locale.ROOT);

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable lists
    private final ArgumentKind takes;

    private final String meaning;
    private final String sentence;
    private final boolean goesOn;

    RangeCall(ArgumentKind takes, String meaning, String sentence, boolean goesOn) {
        this.takes = takes;
        this.meaning = meaning;
        this.sentence = sentence;
        this.goesOn = goesOn;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** What the call takes beside the range. */
    public ArgumentKind takes() {
        return takes;
    }

    /** Whether it goes on after addresses where nothing is mapped, and past the end of the address space. */
    public boolean goesOn() {
        return goesOn;
    }

    /**
     * What a process does that makes the call, for a person: {@code unmaps all of p}.
     *
     * @param range the range, as an object
     * @param argument the argument in words; empty without one
     */
    public String sentence(String range, String argument) {
        return sentence.replace("{range}", range).replace("{argument}", argument);
    }
}
