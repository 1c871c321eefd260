package io.github.mmaplab.diagnostic;

import io.github.mmaplab.text.Medium;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text and the name it is known by, with a table of its lines. Lines end at LF, CR LF or CR, as in editors; they and
 * their columns are counted from 1, columns in code points.
 */
public final class Source {
    private final String name;
    private final String text;
    /** Where each line begins; made on first use, since a file without problems needs it for its reports only. */
    private int @Nullable [] lineStarts;

    /**
     * A source.
     *
     * @param name what messages call it: the path as the user wrote it; what a line can't hold is escaped in it
     * @param text the whole text, without a byte order mark
     */
    public Source(String name, String text) {
        this.name = Medium.name(name);
        this.text = Objects.requireNonNull(text);
    }

    /** What messages call this source. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** How many lines there are: at least one; a line break at the very end begins no further line. */
    public int lineCount() {
        return lineStarts().length;
    }

    /** The number, from 1, of the line that {@code offset} (a char offset, the text's length included) is in. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column, from 1 and in code points, of {@code offset}; within a line break, that of the line's end. */
    public int columnAt(int offset) {
        int line = lineAt(offset);
        return text.codePointCount(lineStart(line), Math.min(offset, lineEnd(line))) + 1;
    }

    /** The offset at which line {@code number} begins. */
    public int lineStart(int number) {
        return lineStarts()[number - 1];
    }

    /** The offset at which the text of line {@code number} ends, its line break not included. */
    public int lineEnd(int number) {
        int[] starts = lineStarts();
        int end = number < starts.length ? starts[number] : text.length();
        while (end > starts[number - 1] && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The text of line {@code number}, without its line break. */
    public String line(int number) {
        return text.substring(lineStart(number), lineEnd(number));
    }

    /** The span from {@code start} to {@code end}, the latter not included. */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    @Override
    public String toString() {
        return name;
    }

    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = findLines();
            lineStarts = starts;
        }
        return starts;
    }

    private int[] findLines() {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
