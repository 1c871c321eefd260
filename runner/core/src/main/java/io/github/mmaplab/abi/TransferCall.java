package io.github.mmaplab.abi;

import java.util.Locale;

/** The system calls that move bytes between a file and the memory of the process that makes them. Their names are their verbs. */
public enum TransferCall implements Term {
    PREAD("into", "read from a file into memory"),
    PWRITE("from", "write to a file what is in memory");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String key;
    private final String meaning;

    TransferCall(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** The word before the buffer. */
    public String key() {
        return key;
    }

    /** Whether bytes are stored to memory, and not to the file. */
    public boolean stores() {
        return this == PREAD;
    }

    /**
     * As C writes it: {@code pread(log, p, 10, 4)}.
     *
     * @param file the file descriptor
     */
    public String inC(String file, String address, String length, String offset) {
        return word + "(" + file + ", " + address + ", " + length + ", " + offset + ")";
    }
}
