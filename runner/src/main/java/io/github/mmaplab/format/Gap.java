package io.github.mmaplab.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The comments and empty lines between two pieces of text, among signs that the layout writes itself.
 *
 * @param parts the comments, and the marks of documents, in order
 * @param breaks whether it contains a line end
 * @param blankAtEnd whether there is an empty line after the last part
 * @param dash the position of the first {@code -} that begins an item; -1 if there is none
 */
record Gap(List<Part> parts, boolean breaks, boolean blankAtEnd, int dash) {

    Gap {
        parts = List.copyOf(parts);
    }

    /**
     * A comment, or a line that begins or ends a document.
     *
     * @param text its text, without blanks at the end
     * @param start its position in the file
     * @param trails whether something precedes it in the same line
     * @param blankBefore whether there is an empty line before it
     */
    record Part(String text, int start, boolean trails, boolean blankBefore) {
        /** Its end. */
        int end() {
            return start + text.length();
        }
    }

    /** The gap in a text between {@code from} and {@code to}. */
    static Gap of(String text, int from, int to) {
        return new Reader(text, from, to).read();
    }

    /** The gap between two documents, which contains the lines that begin and end documents. */
    static Gap betweenDocuments(String text, int from, int to) {
        return new Reader(text, from, to).withMarks().read();
    }

    private static final class Reader {
        private final String text;
        private final int to;
        private final int from;
        private final List<Part> parts = new ArrayList<>();
        private boolean marks;
        private int at;
        /** The number of line ends since the last part. */
        private int ended;

        private boolean breaks;
        private int dash = -1;

        Reader(String text, int from, int to) {
            this.text = text;
            this.from = from;
            this.to = to;
            this.at = from;
            // A block of text includes the end of its last line.
            this.ended = from > 0 && TextLines.isBreak(text.charAt(from - 1)) ? 1 : 0;
            this.breaks = ended > 0;
        }

        Reader withMarks() {
            marks = true;
            return this;
        }

        Gap read() {
            while (at < to) {
                char c = text.charAt(at);
                if (TextLines.isBreak(c)) {
                    ended++;
                    breaks = true;
                    at = TextLines.next(text, at);
                } else if (c == '#') {
                    part(TextLines.end(text, at));
                } else if (marks && isMark()) {
                    part(c == '%' ? TextLines.end(text, at) : at + 3);
                } else {
                    dash = c == '-' && dash < 0 ? at : dash;
                    at++;
                }
            }
            return new Gap(parts, breaks, ended > 1, dash);
        }

        private boolean isMark() {
            return (at == 0 || TextLines.isBreak(text.charAt(at - 1)))
                    && (text.startsWith("---", at) || text.startsWith("...", at) || text.charAt(at) == '%');
        }

        private void part(int end) {
            boolean trails = ended == 0 && (from > 0 || !parts.isEmpty());
            boolean first = parts.isEmpty() && from == 0;
            parts.add(new Part(text.substring(at, end).stripTrailing(), at, trails, ended > 1 && !first));
            ended = 0;
            at = end;
        }
    }
}
