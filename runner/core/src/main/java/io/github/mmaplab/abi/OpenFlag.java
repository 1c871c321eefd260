package io.github.mmaplab.abi;

/** The flags of open(2) that are simulated, beside the access mode. */
public enum OpenFlag implements Constant {
    APPEND(0x400, "each write(2) through it goes to the end of the file"),
    TRUNCATE(0x200, "the file is emptied");

    private final long number;
    private final String meaning;

    OpenFlag(long number, String meaning) {
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
        return "O_";
    }

    @Override
    public String inC() {
        return this == TRUNCATE ? "O_TRUNC" : Constant.super.inC();
    }
}
