package io.github.mmaplab.show;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.kernel.memory.PageContent;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.run.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of pages, as they are shown. */
final class PageBytes {

    /** So many zeros between two pieces make them two. */
    private static final int GAP = 4;

    /** A piece of one byte, so often, is shown as that byte and how often. */
    private static final int FEWEST_REPEATED = 5;

    /** One byte, so often, is a piece of its own. */
    private static final int LONG = 16;

    private final int pageSize;

    PageBytes(int pageSize) {
        this.pageSize = pageSize;
    }

    /** What is in a page besides zeros. */
    List<PageView.Piece> pieces(PageContent content) {
        List<PageView.Piece> pieces = new ArrayList<>();
        byte[] bytes = bytes(content);
        int from = content.nonZero(0);
        while (from >= 0) {
            int to = pieces.size() + 1 < PageView.MOST_PIECES ? end(bytes, from) : endOfAll(bytes);
            pieces.add(piece(bytes, from, to));
            from = to == bytes.length ? -1 : content.nonZero(to);
        }
        return pieces;
    }

    /** Where the bytes from {@code from} on end: before zeros, or where a long repetition of one byte begins or ends. */
    private static int end(byte[] bytes, int from) {
        int to = endOfSame(bytes, from);
        if (to - from >= LONG) {
            return to;
        }
        int last = to;
        while (to < bytes.length && to - last < GAP) {
            int next = endOfSame(bytes, to);
            if (next - to >= LONG) {
                return last;
            }
            last = bytes[to] == 0 ? last : next;
            to = next;
        }
        return last;
    }

    /** Where the repetition of the byte at {@code from} ends. */
    private static int endOfSame(byte[] bytes, int from) {
        int to = from + 1;
        while (to < bytes.length && bytes[to] == bytes[from]) {
            to++;
        }
        return to;
    }

    private static int endOfAll(byte[] bytes) {
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static PageView.Piece piece(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >= FEWEST_REPEATED && endOfSame(bytes, from) >= to) {
            String text = Bytes.brief(Data.repeated(bytes[from], 1), 0, 0) + " × " + length;
            return new PageView.Piece(from, length, text, hex(bytes, from, from + 1));
        }
        String text = Bytes.brief(Data.of(Arrays.copyOfRange(bytes, from, to)), 0, 0);
        return new PageView.Piece(from, length, text, hex(bytes, from, Math.min(to, from + PageView.MOST_BYTES)));
    }

    private static String hex(byte[] bytes, int from, int to) {
        StringBuilder hex = new StringBuilder();
        for (int i = from; i < to; i++) {
            hex.append(Character.forDigit(bytes[i] >> 4 & 0xF, 16)).append(Character.forDigit(bytes[i] & 0xF, 16));
        }
        return hex.toString();
    }

    /** Where two pages differ. */
    List<PageView.Stretch> changed(PageContent before, PageContent after) {
        if (before.equals(after)) {
            return List.of();
        }
        byte[] one = bytes(before);
        byte[] other = bytes(after);
        List<PageView.Stretch> changed = new ArrayList<>();
        for (int at = 0; at < pageSize; at++) {
            int from = at;
            while (at < pageSize && one[at] != other[at]) {
                at++;
            }
            if (at > from && changed.size() == PageView.MOST_PIECES) {
                from = changed.remove(changed.size() - 1).offset();
            }
            if (at > from) {
                changed.add(new PageView.Stretch(from, at - from));
            }
        }
        return changed;
    }

    private byte[] bytes(PageContent content) {
        byte[] bytes = new byte[pageSize];
        content.copy(0, bytes, 0, pageSize);
        return bytes;
    }
}
