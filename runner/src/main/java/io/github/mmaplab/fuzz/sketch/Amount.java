package io.github.mmaplab.fuzz.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * A number of bytes as people write it: whole pages and a rest.
 *
 * @param pages whole pages; negative only in a displacement
 * @param bytes the rest, of any size and sign; as a size it is unsigned, and above a mebibyte only where there are no
 *     pages
 */
public record Amount(long pages, long bytes) {
    /** Nothing. */
    public static final Amount ZERO = new Amount(0, 0);

    /** A page, the simplest length there is. */
    public static final Amount PAGE = new Amount(1, 0);

    /** Whole pages. */
    public static Amount pages(long pages) {
        return new Amount(pages, 0);
    }

    /** Bytes. */
    public static Amount bytes(long bytes) {
        return new Amount(0, bytes);
    }

    /** The same number of bytes, told apart into pages and a rest from 0 to less than a page. */
    public Amount normal(int pageSize) {
        long sum = in(pageSize);
        return new Amount(Math.floorDiv(sum, (long) pageSize), Math.floorMod(sum, (long) pageSize));
    }

    /** How many bytes it is, modulo 2^64. */
    public long in(int pageSize) {
        return pages * pageSize + bytes;
    }

    /** As a size is written: {@code 2 pages + 100}. */
    public String size() {
        if (pages == 0) {
            return number(bytes);
        }
        return bytes == 0 ? inPages(pages) : inPages(pages) + " + " + number(bytes);
    }

    /** As it is written behind a location: {@code " + 1 page - 1"}; nothing for zero. */
    public String displacement() {
        String text = "";
        if (pages != 0) {
            text += (pages < 0 ? " - " : " + ") + inPages(Math.abs(pages));
        }
        if (bytes != 0) {
            text += (bytes < 0 ? " - " : " + ") + number(Math.abs(bytes));
        }
        return text;
    }

    /** Amounts that are nearer to nothing, the nearest first. */
    public List<Amount> nearerToZero() {
        List<Amount> simpler = new ArrayList<>();
        if (!equals(ZERO)) {
            simpler.add(ZERO);
        }
        if (pages != 0 && bytes != 0) {
            simpler.add(pages(pages));
            simpler.add(bytes(bytes));
        }
        if (Math.abs(pages) > 1) {
            simpler.add(new Amount(Long.signum(pages), bytes));
            simpler.add(new Amount(pages - Long.signum(pages), bytes));
        }
        if (bytes > 1 || bytes < -1) {
            simpler.add(new Amount(pages, Long.signum(bytes)));
        }
        return simpler;
    }

    /** Amounts that are nearer to one page, the nearest first. */
    public List<Amount> nearerToPage() {
        if (equals(PAGE)) {
            return List.of();
        }
        List<Amount> simpler = new ArrayList<>();
        simpler.add(PAGE);
        if (pages > 0) {
            simpler.addAll(new Amount(pages - 1, bytes).nearerToZero());
            if (pages > 1) {
                simpler.add(new Amount(pages - 1, bytes));
            }
        }
        return simpler;
    }

    private static String inPages(long pages) {
        return pages + (pages == 1 ? " page" : " pages");
    }

    private static String number(long bytes) {
        return bytes >= 0 && bytes < 1 << 20 ? Long.toString(bytes) : "0x" + Long.toHexString(bytes);
    }
}
