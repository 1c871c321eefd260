package io.github.mmaplab.picture;

import java.util.List;
import java.util.Optional;

/**
 * A physical page. Its number never changes, and no later page gets it.
 *
 * @param number its number, from 1; 0 for the zero page
 * @param references how many page-table entries point at it, and one more if it is in the page cache of a file; 0 for the
 *     zero page, which is not counted
 * @param file the file in whose page cache it is; empty for a private page, and for shared anonymous memory
 * @param index which page of the file, from 0; 0 without a file
 * @param content its bytes, without zeros at the ends, at most {@value #MOST_PIECES} pieces
 * @param fresh whether it was not in use at the moment before
 * @param changed which of its bytes have changed since the moment before, at most {@value #MOST_PIECES} stretches, the last
 *     of which is all the rest if there are more; empty for a new page
 */
public record PageView(
        long number,
        int references,
        Optional<String> file,
        long index,
        List<Piece> content,
        boolean fresh,
        List<Stretch> changed) {
    /** Of content with more pieces between zeros, the last piece is all the rest, with the zeros in it. */
    public static final int MOST_PIECES = 16;

    /** So many bytes of a piece are given exactly. */
    public static final int MOST_BYTES = 1024;

    /** Copies the lists. */
    public PageView {
        content = List.copyOf(content);
        changed = List.copyOf(changed);
    }

    /** Whether it is the zero page. */
    public boolean isZeroPage() {
        return number == 0;
    }

    /**
     * Bytes that are not zero, and single zeros between them; a long repetition of one byte is a piece of its own.
     *
     * @param offset the first of them in the page
     * @param length how many
     * @param text the bytes, or those that fit in a line: as text between quotes, in hexadecimal, or as a repeated byte
     * @param hex the bytes in hexadecimal, two digits for each, the first {@value #MOST_BYTES} of more; of one byte that is
     *     repeated, the two digits of that byte
     */
    public record Piece(int offset, int length, String text, String hex) {}

    /** A stretch of bytes in a page. */
    public record Stretch(int offset, int length) {}
}
