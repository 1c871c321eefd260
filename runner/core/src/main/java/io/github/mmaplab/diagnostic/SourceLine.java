package io.github.mmaplab.diagnostic;

import io.github.mmaplab.text.Glyphs;
import io.github.mmaplab.text.Medium;

/**
 * A line as it is drawn: tabs are spaces, what has no shape or would turn the text around is a replacement character, and
 * each char knows its column on the screen, where wide characters take two and combining ones none.
 */
final class SourceLine {
    private static final int TAB = 4;

    private final int start;
    private final int[] columns;
    private final StringBuilder cells = new StringBuilder();

    SourceLine(Source source, int number) {
        this.start = source.lineStart(number);
        String line = source.line(number);
        this.columns = new int[line.length() + 1];
        int column = 0;
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            int chars = Character.charCount(codePoint);
            for (int j = 0; j < chars; j++) {
                columns[i + j] = column;
            }
            column += append(codePoint);
            i += chars;
        }
        columns[line.length()] = column;
    }

    /** How many columns the line is wide. */
    int width() {
        return columns[columns.length - 1];
    }

    /** The column, from 0, of a char offset of the source; the line's ends for what lies beyond them. */
    int column(int offset) {
        return columns[Math.max(0, Math.min(offset - start, columns.length - 1))];
    }

    /** The text of the columns from {@code from} to {@code to}. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (int i = 0; i < cells.length(); ) {
            int codePoint = cells.codePointAt(i);
            int width = Glyphs.width(codePoint);
            if (column >= from && column + width <= to && (width > 0 || column > from)) {
                text.appendCodePoint(codePoint);
            }
            column += width;
            i += Character.charCount(codePoint);
        }
        return text.toString();
    }

    private int append(int codePoint) {
        if (codePoint == '\t') {
            cells.append(" ".repeat(TAB));
            return TAB;
        }
        int shown = Medium.LINE.holds(codePoint) ? codePoint : 0xFFFD;
        cells.appendCodePoint(shown);
        return Glyphs.width(shown);
    }
}
