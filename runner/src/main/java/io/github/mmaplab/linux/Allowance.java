package io.github.mmaplab.linux;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;

/**
 * How much memory and disk a scenario may use on a real machine, since scenarios are not trusted. Each access to a page
 * is counted, because Linux does not report which pages are new.
 */
final class Allowance {

    private static final long MOST_BYTES = 1L << 29;

    private final PageSize pageSize;
    private long pages;

    Allowance(PageSize pageSize) {
        this.pageSize = pageSize;
        this.pages = pageSize.number(MOST_BYTES);
    }

    /** How many pages are left. */
    long pages() {
        return pages;
    }

    /** Whether this number of bytes, unsigned, is more than is left. */
    boolean exceededBy(long bytes) {
        return Long.compareUnsigned(bytes, pages * pageSize.bytes()) > 0;
    }

    /** Counts the pages of this many bytes, which may begin anywhere. */
    void use(long bytes) {
        if (bytes > 0) {
            pages = Math.max(0, pages - pageSize.number(pageSize.ceil(bytes)));
        }
    }

    static Outcome refused() {
        return Outcome.Refused.onThisMachine(
                "more than " + (MOST_BYTES >> 20) + " MiB of memory and files, counting each access");
    }
}
