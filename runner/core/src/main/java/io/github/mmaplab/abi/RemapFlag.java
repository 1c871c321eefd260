package io.github.mmaplab.abi;

/** The flags of mremap(2). */
public enum RemapFlag implements Constant {
    MAYMOVE(1, "move the range if it cannot grow in place"),
    FIXED(2, "move the range to `at`"),
    DONTUNMAP(4, "leave the old range mapped, without its pages");

    private final long number;
    private final String meaning;

    RemapFlag(long number, String meaning) {
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
        return "MREMAP_";
    }
}
