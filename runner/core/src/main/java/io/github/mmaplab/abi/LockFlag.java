package io.github.mmaplab.abi;

/** The flag of mlock2(2). */
public enum LockFlag implements Constant {
    ONFAULT(1, "lock each page when it is faulted in, and fault none in now");

    private final long number;
    private final String meaning;

    LockFlag(long number, String meaning) {
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
        return "MLOCK_";
    }
}
