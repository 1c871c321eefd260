package io.github.mmaplab.abi;

import org.jspecify.annotations.Nullable;

/**
 * Names a physical page. Numbers are never used twice on one machine, so that two observations with the same number
 * mean the same page.
 *
 * @param number 0 for the zero page, which is shared by all private anonymous memory that no process has stored to
 */
public record FrameId(long number) implements Comparable<FrameId> {

    /** The one page of zeros that reads of untouched private anonymous memory share. */
    public static final FrameId ZERO = new FrameId(0);

    /** Whether this is the zero page. */
    public boolean isZeroPage() {
        return number == 0;
    }

    /** How people call it: {@code page #3}, or {@code the zero page}. */
    public String words() {
        return isZeroPage() ? "the zero page" : "page #" + number;
    }

    @Override
    public int compareTo(FrameId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FrameId that && that.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
