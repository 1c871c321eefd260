package io.github.mmaplab.kernel.abi;

/** How a process opened the file that it maps (open(2), access mode). */
public enum OpenMode {
    /** O_RDONLY. */
    READ,
    /** O_WRONLY. */
    WRITE,
    /** O_RDWR. */
    READ_WRITE;

    /** Whether the descriptor can be read through. */
    public boolean reads() {
        return this != WRITE;
    }

    /** Whether the descriptor can be written through. */
    public boolean writes() {
        return this != READ;
    }
}
