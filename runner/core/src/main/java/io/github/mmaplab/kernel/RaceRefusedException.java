package io.github.mmaplab.kernel;

/** A kernel does not run some operation of a race. The message says which, in a clause. Nothing has been run. */
public final class RaceRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The operation that is refused, in words. */
    public RaceRefusedException(String what) {
        super(what);
    }
}
