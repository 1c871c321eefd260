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

    private static final int FEWEST_REPEATED = 5;

    private final int pageSize;

    PageBytes(int pageSize) {
        this.pageSize = pageSize;
    }

    /** What is in a page besides zeros. */
    List<PageView.Piece> pieces(PageContent content) {
        List<PageView.Piece> pieces = new ArrayList<>();
        byte[] bytes = bytes(content);
        int from = content.nonZero(0);
        while (from >= 0 && pieces.size() < PageView.MOST_PIECES) {
            int to = end(bytes, from);
            pieces.add(new PageView.Piece(from, to - from, text(bytes, from, to)));
            from = to == bytes.length ? -1 : content.nonZero(to);
        }
        return pieces;
    }

    /** Where the bytes from {@code from} on end: before zeros, or where a long repetition of one byte begins or ends. */
    private static int end(byte[] bytes, int from) {
        int last = from;
        for (int at = from; at < bytes.length && at - last <= GAP; at++) {
            if (bytes[at] != 0) {
                last = at;
            }
        }
        return last + 1;
    }

    private static String text(byte[] bytes, int from, int to) {
        int same = from;
        while (same < to && bytes[same] == bytes[from]) {
            same++;
        }
        if (same == to && to - from >= FEWEST_REPEATED) {
            return Bytes.brief(Data.repeated(bytes[from], 1), 0, 0) + " × " + (to - from);
        }
        return Bytes.brief(Data.of(Arrays.copyOfRange(bytes, from, to)), 0, 0);
    }

    /** Where two pages differ. */
    List<PageView.Stretch> changed(PageContent before, PageContent after) {
        if (before == after) {
            return List.of();
        }
        byte[] one = bytes(before);
        byte[] other = bytes(after);
        List<PageView.Stretch> changed = new ArrayList<>();
        for (int at = 0; at < pageSize && changed.size() < PageView.MOST_PIECES; at++) {
            int from = at;
            while (at < pageSize && one[at] != other[at]) {
                at++;
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
