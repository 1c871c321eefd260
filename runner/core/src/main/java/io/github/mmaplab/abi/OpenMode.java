package io.github.mmaplab.abi;

/** How a process opens the file that it maps (open(2), access mode). */
public enum OpenMode implements Term {
    READ("r", "reading only: O_RDONLY"),
    WRITE("w", "writing only: O_WRONLY"),
    READ_WRITE("rw", "reading and writing: O_RDWR");

    private final String word;
    private final String meaning;

    OpenMode(String word, String meaning) {
        this.word = word;
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

    /** Whether the descriptor can be read through. */
    public boolean reads() {
        return this != WRITE;
    }

    /** Whether the descriptor can be written through. */
    public boolean writes() {
        return this != READ;
    }
}
