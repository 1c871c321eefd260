package io.github.mmaplab.abi;

import java.util.Locale;

/** What setrlimit(2) limits, of that which a process maps. */
public enum Resource implements Term {
    ADDRESS_SPACE("RLIMIT_AS", "address space", "the bytes that are mapped"),
    DATA(
            "RLIMIT_DATA",
            "data",
            "the bytes that are mapped private and writable, and the length of the heap; a limit of 0 concerns the heap alone"),
    LOCKED("RLIMIT_MEMLOCK", "locked memory", "the bytes that are locked into memory; the default is 8 MiB");

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String inC;
    private final String noun;
    private final String meaning;

    Resource(String inC, String noun, String meaning) {
        this.inC = inC;
        this.noun = noun;
        this.meaning = meaning;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return inC + ": " + meaning;
    }

    /** Its name in C: {@code RLIMIT_AS}. */
    public String inC() {
        return inC;
    }

    /** What is limited, as a noun: {@code address space}. */
    public String noun() {
        return noun;
    }
}
