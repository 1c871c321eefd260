package io.github.mmaplab.explain.fact;

import io.github.mmaplab.abi.ProcessId;
import java.util.List;

/**
 * Where the bytes of a store went, in the page that matters.
 *
 * @param address the beginning of the page
 * @param how how the process got that page
 */
public record Stored(long address, How how) {

    /** How a process got the page that it stored to. */
    public sealed interface How {
        /** The page that has the bytes. */
        Page page();

        /** The memory is shared: the page is that of all who share it. */
        record Shared(Page.OfFile page) implements How {}

        /**
         * The memory is private: the store went to a copy that was made for it.
         *
         * @param original what was copied
         * @param others the other processes that had the original
         */
        record Copied(Page.Own page, Page original, List<ProcessId> others) implements How {
            /** Copies the list. */
            public Copied {
                others = List.copyOf(others);
            }
        }

        /** The memory is private and had no page there: the store went to a new page of zeros. */
        record ZeroFilled(Page.Own page) implements How {}

        /** The memory is private, and the page had been shared since a fork, but no other process has it any more. */
        record Reused(Page.Own page) implements How {}

        /** The memory is private, and the process already had the page for itself. */
        record Alone(Page.Own page) implements How {}
    }
}
