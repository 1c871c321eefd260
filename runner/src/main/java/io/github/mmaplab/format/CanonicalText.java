package io.github.mmaplab.format;

import io.github.mmaplab.scenario.syntax.Node;

/** The canonical text written so far, and where in the file its last line comes from. */
final class CanonicalText {
    private final String text;
    private final boolean keepsAlignment;
    private final StringBuilder out = new StringBuilder();
    private int lineStart;
    private int shift;

    /** An empty page for the file {@code text}. */
    CanonicalText(String text, boolean keepsAlignment) {
        this.text = text;
        this.keepsAlignment = keepsAlignment;
    }

    /** The text of the file. */
    String text() {
        return text;
    }

    /** The number of characters written. */
    int length() {
        return out.length();
    }

    /** Removes what was written from {@code from} on, and returns it. */
    String cut(int from) {
        String cut = out.substring(from);
        out.setLength(from);
        return cut;
    }

    /** The current column, from 0. */
    int column() {
        return out.length() - lineStart;
    }

    /** How much further to the right the line is in the file. */
    int shift() {
        return shift;
    }

    /** Writes text within a line. */
    void put(String part) {
        out.append(part);
    }

    /**
     * Writes the blanks before what begins at {@code to}: those of the author if they align something, otherwise one.
     */
    void blanks(int from, int to) {
        int count = to - from;
        boolean kept = count > 1 && keepsAlignment && text.substring(from, to).isBlank() && isAligned(to);
        out.append(" ".repeat(kept ? count : 1));
    }

    /** Ends the line if one has begun, and indents the next one. */
    void newLine(boolean blankBefore, int indentation, int columnInFile) {
        endLine();
        if (blankBefore) {
            out.append('\n');
        }
        lineStart = out.length();
        shift = columnInFile - indentation;
        out.append(" ".repeat(indentation));
    }

    /** Sets the shift of the line from what comes next, which is in this column of the file. */
    void follows(int columnInFile) {
        shift = columnInFile - column();
    }

    /** Ends the line if one has begun. */
    void endLine() {
        if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        lineStart = out.length();
    }

    /** Writes a comment at the end of a line, in the column that the author chose if that is free. */
    void trailing(String comment, int start) {
        int column = TextLines.column(text, start) - shift;
        out.append(" ".repeat(keepsAlignment ? Math.max(1, column - column()) : 1))
                .append(comment);
    }

    /**
     * Writes a scalar with or without quotes. Its further lines are moved along with the first.
     *
     * @param least the minimum indentation of those lines
     */
    void scalar(Node.Scalar scalar, int least) {
        int at = scalar.span().start();
        int end = scalar.span().end();
        int moved = shift;
        int lineEnd = Math.min(end, TextLines.end(text, at));
        put(lineEnd < end ? withoutBlanks(text.substring(at, lineEnd)) : text.substring(at, lineEnd));
        while (lineEnd < end) {
            if (!isPlainBreak(text.charAt(lineEnd))) {
                int from = lineEnd;
                lineEnd = Math.min(end, TextLines.end(text, lineEnd + 1));
                put(text.substring(from, lineEnd));
                continue;
            }
            at = TextLines.next(text, lineEnd);
            int begin = TextLines.skipBlanks(text, at);
            lineEnd = Math.min(end, TextLines.end(text, begin));
            out.append('\n');
            lineStart = out.length();
            String line = text.substring(begin, lineEnd);
            if (!line.isEmpty()) {
                put(" ".repeat(Math.max(least, begin - at - moved)));
                put(lineEnd < end ? withoutBlanks(line) : line);
            }
        }
    }

    private static boolean isPlainBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** A line without the blanks at its end, which have no meaning unless the first of them is escaped. */
    private static String withoutBlanks(String line) {
        String shorter = line.stripTrailing();
        return shorter.endsWith("\\") ? line : shorter;
    }

    /** Whether something begins in the same column of the line above or below, if that has the same indentation. */
    private boolean isAligned(int at) {
        int start = TextLines.start(text, at);
        int end = TextLines.end(text, at);
        boolean above = start > 0 && beginsAt(TextLines.start(text, start - (isCrLf(start) ? 2 : 1)), start, at);
        return above || (end < text.length() && beginsAt(TextLines.next(text, end), start, at));
    }

    private boolean isCrLf(int lineStart) {
        return lineStart > 1 && text.charAt(lineStart - 1) == '\n' && text.charAt(lineStart - 2) == '\r';
    }

    private boolean beginsAt(int lineStart, int ownStart, int own) {
        int at = lineStart + own - ownStart;
        int indentation = TextLines.skipBlanks(text, lineStart) - lineStart;
        return at < TextLines.end(text, lineStart)
                && indentation == TextLines.skipBlanks(text, ownStart) - ownStart
                && text.charAt(lineStart + indentation) != '#'
                && !TextLines.isBlank(text.charAt(at))
                && TextLines.isBlank(text.charAt(at - 1));
    }
}
