package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.text.Medium;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pages are called, in as few characters as a box has. */
final class Naming {

    private final long pageSize;

    Naming(long pageSize) {
        this.pageSize = pageSize;
    }

    /** A text that fits into {@code most} characters. */
    static String cut(String text, int most) {
        String line = Medium.oneLine(text);
        return line.length() <= most ? line : Medium.cut(line, Math.max(1, most - 3));
    }

    /** What a process calls an address: by the name that was last given to a range that it is in, else by the nearest below. */
    String place(ProcessView process, long address) {
        ProcessView.@Nullable Name best = null;
        for (ProcessView.Name name : process.names()) {
            boolean in = name.start() <= address && address < name.end();
            boolean bestIn = best != null && best.start() <= address && address < best.end();
            if (in || (!bestIn && name.start() <= address && (best == null || name.start() >= best.start()))) {
                best = name;
            }
        }
        if (best == null) {
            return "0x" + Long.toHexString(address);
        }
        long pages = (address - best.start()) / pageSize;
        return pages == 0 ? best.name() : best.name() + " + " + (pages == 1 ? "1 page" : pages + " pages");
    }

    /** What is in a page. */
    static String content(List<PageView.Piece> pieces) {
        if (pieces.isEmpty()) {
            return "zeros";
        }
        StringBuilder text = new StringBuilder();
        for (PageView.Piece piece : pieces) {
            text.append(text.length() == 0 ? "" : " ");
            text.append(piece.offset() == 0 ? "" : "+" + piece.offset() + ": ").append(piece.text());
        }
        return text.toString();
    }

    /** A physical page. */
    static String page(long number) {
        return number == 0 ? "zero page" : "#" + number;
    }
}
