package io.github.mmaplab.abi;

/** The flags of mlockall(2). */
public enum LockAllFlag implements Constant {
    CURRENT(1, "lock all mappings that the process has"),
    FUTURE(2, "lock every mapping that it makes from now on"),
    ONFAULT(4, "lock each page when it is faulted in, and fault none in now");

    private final long number;
    private final String meaning;

    LockAllFlag(long number, String meaning) {
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
        return "MCL_";
    }
}
