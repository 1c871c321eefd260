package io.github.mmaplab.scenario.model;

/** How a process opens the file that it maps, open(2). */
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
}
