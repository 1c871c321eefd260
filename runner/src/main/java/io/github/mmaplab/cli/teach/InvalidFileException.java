package io.github.mmaplab.cli.teach;

/** An exercise or a roster is not valid. What is wrong with it has been printed. */
public final class InvalidFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvalidFileException() {
        super(null, null, false, false);
    }
}
