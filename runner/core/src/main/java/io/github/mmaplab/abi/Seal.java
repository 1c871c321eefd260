package io.github.mmaplab.abi;

/** A seal of a memfd: what can no longer be done to it (fcntl(2), F_ADD_SEALS). */
public enum Seal implements Constant {
    SEAL(1, "no further seal can be added"),
    SHRINK(2, "the file cannot be made shorter"),
    GROW(4, "the file cannot be made longer"),
    WRITE(8, "the file cannot be written to, nor mapped shared and writable; there must be no such mapping"),
    FUTURE_WRITE(16, "the same, but the mappings that there are stay writable"),
    EXEC(32, "the file cannot be made executable");

    private final long number;
    private final String meaning;

    Seal(long number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String prefix() {
        return "F_SEAL_";
    }
}
