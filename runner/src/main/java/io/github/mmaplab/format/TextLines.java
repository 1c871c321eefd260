package io.github.mmaplab.format;

/** The beginnings and ends of lines in a text. */
final class TextLines {
    private TextLines() {}

    /** Whether a line ends at this character in YAML 1.1. */
    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Whether a character is white space within a line. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The end of the line that contains {@code from}, before its break. */
    static int end(String text, int from) {
        int end = from;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The beginning of the line that contains {@code at}. */
    static int start(String text, int at) {
        int start = at;
        while (start > 0 && !isBreak(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The beginning of the next line, after the break at {@code end}; the end of the text if there is none. */
    static int next(String text, int end) {
        if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
            return end + 2;
        }
        return Math.min(end + 1, text.length());
    }

    /** The column of a position, from 0. */
    static int column(String text, int at) {
        return at - start(text, at);
    }

    /** The end of the blanks at {@code from}. */
    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
