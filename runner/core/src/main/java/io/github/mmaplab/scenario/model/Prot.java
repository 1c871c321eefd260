package io.github.mmaplab.scenario.model;

/**
 * The protection of memory, mprotect(2).
 *
 * @param read PROT_READ
 * @param write PROT_WRITE
 * @param execute PROT_EXEC
 */
public record Prot(boolean read, boolean write, boolean execute) {
    /** PROT_NONE. */
    public static final Prot NONE = new Prot(false, false, false);
    /** What a mapping has that does not say otherwise. */
    public static final Prot READ_WRITE = new Prot(true, true, false);

    /** As written in a scenario: {@code rw}, or {@code none}. */
    @Override
    public String toString() {
        String letters = (read ? "r" : "") + (write ? "w" : "") + (execute ? "x" : "");
        return letters.isEmpty() ? "none" : letters;
    }
}
