package io.github.mmaplab.abi;

import java.util.List;
import java.util.Locale;

/**
 * The system calls over a range of addresses that are simulated, each in one place: a constant here, and its semantics in
 * {@code kernel.call}. Its name is its verb in the language, its name in C and that of its manual page; its number is
 * known to the agent's C compiler.
 */
public enum RangeCall implements Call {
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
    MADVISE(ArgumentKind.ADVICE, "give advice for a range", "calls madvise on {range}, with {argument}", true),
    MLOCK(
            new ArgumentKind.OfFlags<>(LockFlag.class, Flags.of()),
            "lock a range into memory; mlock2(2) if there are flags",
            "calls mlock on {range}, with {argument}",
            false,
            "mlock2"),
    MUNLOCK(ArgumentKind.NONE, "unlock a range", "unlocks {range}", false),
    MSEAL(ArgumentKind.NONE, "keep the mappings of a range as they are", "seals {range} (mseal)", false),
    SHMDT(ArgumentKind.NONE, "detach a System V segment", "detaches {range} (shmdt)", false);

    private final String word = name().toLowerCase(Locale.ROOT);

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable lists
    private final ArgumentKind takes;

    private final String meaning;
    private final String sentence;
    private final boolean goesOn;
    private final String withFlags;

    RangeCall(ArgumentKind takes, String meaning, String sentence, boolean goesOn, String withFlags) {
        this.takes = takes;
        this.meaning = meaning;
        this.sentence = sentence;
        this.goesOn = goesOn;
        this.withFlags = withFlags;
    }

    RangeCall(ArgumentKind takes, String meaning, String sentence, boolean goesOn) {
        this(takes, meaning, sentence, goesOn, "");
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

    /** The system calls that are made: the one with its name, and the one that takes flags if that is another. */
    public List<String> systemCalls() {
        return withFlags.isEmpty() ? List.of(word) : List.of(word, withFlags);
    }

    @Override
    public String systemCall(Argument argument) {
        return withFlags.isEmpty() || argument.number() == 0 ? word : withFlags;
    }

    /**
     * As C writes it: {@code msync(p, 4096, MS_SYNC)}.
     *
     * @param range the address and the length
     */
    public String inC(String range, Argument argument) {
        String name = systemCall(argument);
        if (this == MSEAL) {
            return name + "(" + range + ", 0)"; // there are no flags yet
        }
        if (!takesLength()) {
            return name + "(" + range.substring(0, range.lastIndexOf(", ")) + ")";
        }
        boolean isAlone = argument.inC().isEmpty() || (!withFlags.isEmpty() && name.equals(word));
        return name + "(" + range + (isAlone ? "" : ", " + argument.inC()) + ")";
    }

    /** Whether it takes the length of the range, or finds out by itself. */
    public boolean takesLength() {
        return this != SHMDT;
    }

    /** Whether the call may fault in every page of the range. */
    public boolean populates(Argument argument) {
        return this == MLOCK || argument == Advice.POPULATE_READ || argument == Advice.POPULATE_WRITE;
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
