package io.github.mmaplab.run;

import io.github.mmaplab.abi.PageSize;

/** Sizes and places in the words of a scenario. */
public final class Sizes {

    private Sizes() {}

    /** A number of bytes, unsigned, as a scenario would write it: {@code 3 pages}, {@code 1 page + 100}, {@code 12}. */
    public static String text(long bytes, PageSize pageSize) {
        long pages = pageSize.number(bytes);
        int rest = pageSize.offset(bytes);
        if (pages == 0) {
            return Integer.toString(rest);
        }
        String whole = Long.toUnsignedString(pages) + (pages == 1 ? " page" : " pages");
        return rest == 0 ? whole : whole + " + " + rest;
    }

    /** A place relative to a name: {@code alice.p + 1 page}, {@code alice.p - 16}. */
    public static String place(String name, long displacement, PageSize pageSize) {
        if (displacement == 0) {
            return name;
        }
        return displacement > 0
                ? name + " + " + text(displacement, pageSize)
                : name + " - " + text(-displacement, pageSize);
    }
}
