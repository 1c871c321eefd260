package io.github.mmaplab.picture.text;

import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of pages. */
final class PageWords {
    static final String ZEROS = "zeros";

    private PageWords() {}

    static String number(long page) {
        return page == 0 ? "the zero page" : "#" + page;
    }

    static String references(int count) {
        return count == 1 ? "1 ref" : count + " refs";
    }

    static String bytes(PageView page) {
        return page.isZeroPage() ? "the zero page" : bytes(page.content());
    }

    /** Both with a comma between them, if neither is empty. */
    static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }

    /** The bytes of a page. */
    static String bytes(List<PageView.Piece> content) {
        if (content.isEmpty()) {
            return ZEROS;
        }
        StringBuilder bytes = new StringBuilder();
        int end = 0;
        for (PageView.Piece piece : content) {
            bytes.append(bytes.length() == 0 ? "" : " ");
            bytes.append(piece.offset() == end ? "" : "at " + piece.offset() + ": ")
                    .append(piece.text());
            end = piece.offset() + piece.length();
        }
        return bytes.toString();
    }

    /** Which bytes have changed. */
    static String changed(PageView page) {
        int first = page.changed().get(0).offset();
        PageView.Stretch last = page.changed().get(page.changed().size() - 1);
        int end = last.offset() + last.length() - 1;
        return first == end ? "byte " + first + " changed" : "bytes " + first + " to " + end + " changed";
    }

    /** What a page is called after the name that it is in or after, the last given if there are several. */
    static String place(List<ProcessView.Name> names, long address, int pageSize) {
        ProcessView.Name best = null;
        for (ProcessView.Name name : names) {
            boolean in = name.start() <= address && address < name.end();
            if (in || (name.start() <= address && isNearer(name, best, address))) {
                best = name;
            }
        }
        if (best == null) {
            return "0x" + Long.toHexString(address);
        }
        long pages = (address - best.start()) / pageSize;
        return best.name() + (pages == 0 ? "" : pages == 1 ? " + 1 page" : " + " + pages + " pages");
    }

    private static boolean isNearer(ProcessView.Name name, ProcessView.@Nullable Name best, long address) {
        return best == null || (best.end() <= address && name.start() >= best.start());
    }
}
