package io.github.mmaplab.fuzz;

/**
 * A number of bytes as people write it: whole pages and a rest.
 *
 * @param pages whole pages; negative only in a displacement
 * @param bytes the rest, of any size and sign. A size is unsigned, and has a rest above one mebibyte only without
 *     pages.
 */
record Amount(long pages, long bytes) {
    /** Nothing. */
    static final Amount ZERO = new Amount(0, 0);

    /** One page, the simplest length. */
    static final Amount PAGE = new Amount(1, 0);

    /** Whole pages. */
    static Amount pages(long pages) {
        return new Amount(pages, 0);
    }

    /** Bytes. */
    static Amount bytes(long bytes) {
        return new Amount(0, bytes);
    }

    /** The same number of bytes, with a rest from 0 to less than a page. */
    Amount normal(int pageSize) {
        long sum = in(pageSize);
        return new Amount(Math.floorDiv(sum, (long) pageSize), Math.floorMod(sum, (long) pageSize));
    }

    /** This many bytes more. */
    Amount plus(long more) {
        return new Amount(pages, bytes + more);
    }

    /** The number of bytes, modulo 2^64. */
    long in(int pageSize) {
        return pages * pageSize + bytes;
    }

    /** The text of a size: {@code 2 pages + 100}. */
    String size() {
        if (pages == 0) {
            return number(bytes);
        }
        return bytes == 0 ? inPages(pages) : inPages(pages) + " + " + number(bytes);
    }

    /** The text after a location: {@code " + 1 page - 1"}; empty for zero. */
    String displacement() {
        String text = "";
        if (pages != 0) {
            text += (pages < 0 ? " - " : " + ") + inPages(Math.abs(pages));
        }
        if (bytes != 0) {
            text += (bytes < 0 ? " - " : " + ") + number(Math.abs(bytes));
        }
        return text;
    }

    private static String inPages(long pages) {
        return pages + (pages == 1 ? " page" : " pages");
    }

    private static String number(long bytes) {
        return bytes >= 0 && bytes < 1 << 20 ? Long.toString(bytes) : "0x" + Long.toHexString(bytes);
    }
}
