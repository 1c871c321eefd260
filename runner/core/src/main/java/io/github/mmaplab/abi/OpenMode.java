package io.github.mmaplab.abi;

/** How a process opens the file that it maps (open(2), access mode). */
public enum OpenMode implements Word {
    /** O_RDONLY. */
    READ("r"),
    /** O_WRONLY. */
    WRITE("w"),
    /** O_RDWR. */
    READ_WRITE("rw");

    private final String word;

    OpenMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** Whether the descriptor can be read through. */
    public boolean reads() {
        return this != WRITE;
    }

    /** Whether the descriptor can be written through. */
    public boolean writes() {
        return this != READ;
    }
}
