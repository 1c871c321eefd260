package io.github.mmaplab.format;

/** Where lines begin and end in a text. */
final class Lines {
    private Lines() {}

    /** Whether a line ends at this character, for YAML 1.1. */
    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Whether a character is white space within a line. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Where the line ends that {@code from} stands in, without its break. */
    static int end(String text, int from) {
        int end = from;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the line begins that {@code at} stands in. */
    static int start(String text, int at) {
        int start = at;
        while (start > 0 && !isBreak(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the next line begins, behind the break at {@code end}; the end of the text, if there is none. */
    static int next(String text, int end) {
        if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
            return end + 2;
        }
        return Math.min(end + 1, text.length());
    }

    /** In which column, from 0, something stands. */
    static int column(String text, int at) {
        return at - start(text, at);
    }

    /** Where the blanks end that begin at {@code from}. */
    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
