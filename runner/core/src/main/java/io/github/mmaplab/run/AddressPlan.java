package io.github.mmaplab.run;

import io.github.mmaplab.abi.PageSize;
import java.util.OptionalLong;

/**
 * Chooses where mappings go that a scenario does not place itself. Every choice is far enough from every other, whatever
 * process it is for, that no displacement in the scenario reaches a neighbour and that every mapping has room to grow.
 */
final class AddressPlan {

    /** Below are programs and above are libraries and stacks of real processes; between the two nothing is. */
    private static final long FIRST = 1L << 44;

    /** Choices begin at multiples of this, so that addresses are easy to read. */
    private static final long ALIGNMENT = 1L << 20;

    private final PageSize pageSize;
    private final long gap;
    private long next = FIRST;

    /**
     * A plan for one run.
     *
     * @param reach how far from a mapping the scenario speaks of addresses, in bytes
     */
    AddressPlan(PageSize pageSize, long reach) {
        this.pageSize = pageSize;
        this.gap = reach + ALIGNMENT;
    }

    /**
     * A place for a mapping of {@code length} bytes, unsigned; empty when all places are taken. A length that no address
     * space has room for is placed too: it is for the kernel to refuse.
     */
    OptionalLong choose(long length) {
        long rounded = pageSize.ceil(length);
        if (rounded < 0 || rounded > pageSize.taskSize() - FIRST) {
            // Its name still means this place, and other mappings may be put there.
            rounded = pageSize.bytes();
        }
        long chosen = next;
        if (rounded > pageSize.taskSize() - chosen) {
            return OptionalLong.empty();
        }
        next = (chosen + rounded + gap + ALIGNMENT - 1) & -ALIGNMENT;
        return OptionalLong.of(chosen);
    }
}
