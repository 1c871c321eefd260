package io.github.mmaplab.abi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping may be used for (mprotect(2): PROT_READ, PROT_WRITE, PROT_EXEC; all false is PROT_NONE).
 *
 * @param read loads are allowed
 * @param write stores are allowed
 * @param execute instructions may be fetched
 */
public record Protection(boolean read, boolean write, boolean execute) implements Argument {

    /** PROT_NONE. */
    public static final Protection NONE = new Protection(false, false, false);

    /** PROT_READ | PROT_WRITE, which a mapping has that does not say otherwise. */
    public static final Protection READ_WRITE = new Protection(true, true, false);

    /**
     * Whether a load succeeds. The x86 page tables cannot say "store only" or "fetch only", so any access right brings
     * the right to load with it (arch/x86/mm/fault.c, access_error).
     */
    public boolean allowsLoad() {
        return read || write || execute;
    }

    /** The letters as /proc/PID/maps writes them, such as {@code rw-}. */
    public String letters() {
        return (read ? "r" : "-") + (write ? "w" : "-") + (execute ? "x" : "-");
    }

    @Override
    public String written() {
        return toString();
    }

    @Override
    public long number() {
        return (read ? 1 : 0) | (write ? 2 : 0) | (execute ? 4 : 0);
    }

    @Override
    public String inC() {
        List<String> flags = new ArrayList<>(3);
        if (read) {
            flags.add("PROT_READ");
        }
        if (write) {
            flags.add("PROT_WRITE");
        }
        if (execute) {
            flags.add("PROT_EXEC");
        }
        return flags.isEmpty() ? "PROT_NONE" : String.join(" | ", flags);
    }

    /** As written in a scenario: {@code rw}, or {@code none}. */
    @Override
    public String toString() {
        String letters = (read ? "r" : "") + (write ? "w" : "") + (execute ? "x" : "");
        return letters.isEmpty() ? "none" : letters;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Protection that && that.read == read && that.write == write && that.execute == execute;
    }

    @Override
    public int hashCode() {
        return (read ? 4 : 0) | (write ? 2 : 0) | (execute ? 1 : 0);
    }
}
