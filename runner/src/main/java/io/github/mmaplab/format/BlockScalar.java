package io.github.mmaplab.format;

import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of several lines after a {@code |} or {@code >}. Its indentation can be changed, its blanks cannot.
 *
 * @param style the sign, with the {@code +} or {@code -} after it
 * @param headerEnd the end of the line of the sign
 * @param lines its lines without the indentation, with their ends; empty lines after it only if they are part of the
 *     text
 * @param indented whether the indentation is written, as is necessary if the first line begins with a blank
 * @param end its end: the beginning of the first line that is not part of it
 */
record BlockScalar(String style, int headerEnd, List<String> lines, boolean indented, int end) {

    BlockScalar {
        lines = List.copyOf(lines);
    }

    /** Whether a scalar is written this way. */
    static boolean is(Node.Scalar scalar) {
        if (scalar.plain() || scalar.span().length() == 0) {
            return false;
        }
        char first = scalar.span().source().text().charAt(scalar.span().start());
        return first == '|' || first == '>';
    }

    /** The text of a scalar that {@link #is is} written this way. */
    static BlockScalar of(Node.Scalar scalar) {
        String text = scalar.span().source().text();
        int start = scalar.span().start();
        int sign = start + 1;
        char chomping = ' ';
        boolean indented = false;
        while (sign < text.length() && "+-123456789".indexOf(text.charAt(sign)) >= 0) {
            indented |= Character.isDigit(text.charAt(sign));
            chomping = Character.isDigit(text.charAt(sign)) ? chomping : text.charAt(sign);
            sign++;
        }
        int headerEnd = TextLines.end(text, start);
        int first = TextLines.next(text, headerEnd);
        boolean blank = scalar.text().isBlank();
        int end = blank ? blankLinesEnd(text, first) : text.length();
        int indentation = indentation(text, first, end, scalar.text());
        return read(text, headerEnd, first, end, indentation, text.substring(start, start + 1), chomping, indented);
    }

    /** The beginning of the first line that is not blank, from {@code at} on. */
    private static int blankLinesEnd(String text, int at) {
        int begin = at;
        while (begin < text.length()
                && text.substring(begin, TextLines.end(text, begin)).isBlank()) {
            begin = TextLines.next(text, TextLines.end(text, begin));
        }
        return begin;
    }

    private static BlockScalar read(
            String text,
            int headerEnd,
            int first,
            int last,
            int indentation,
            String sign,
            char chomping,
            boolean indented) {
        List<String> lines = new ArrayList<>();
        int written = 0;
        int end = first;
        int at = first;
        boolean endsInBreak = true;
        while (at < last) {
            int lineEnd = TextLines.end(text, at);
            int begin = at;
            while (begin < lineEnd && begin - at < indentation && text.charAt(begin) == ' ') {
                begin++;
            }
            if (begin < lineEnd && begin - at < indentation) {
                break;
            }
            lines.add(text.substring(begin, lineEnd) + breakAt(text, lineEnd));
            at = TextLines.next(text, lineEnd);
            if (begin < lineEnd) {
                written = lines.size();
                end = at;
                endsInBreak = lineEnd < text.length();
            }
        }
        if (chomping == '+' && (endsInBreak || written < lines.size())) {
            return new BlockScalar(sign + "+", headerEnd, lines, indented, at);
        }
        String style = chomping == '-' || (!endsInBreak && written > 0) ? sign + "-" : sign;
        return new BlockScalar(style, headerEnd, lines.subList(0, written), indented, end);
    }

    /** The end of a line. Line and paragraph separators, which are line ends in YAML 1.1, belong to the text. */
    private static String breakAt(String text, int lineEnd) {
        char c = lineEnd < text.length() ? text.charAt(lineEnd) : '\n';
        return c == '\u2028' || c == '\u2029' ? String.valueOf(c) : "\n";
    }

    /** The indentation of the lines: the blanks of the first line with text that are not part of the text. */
    private static int indentation(String text, int first, int last, String read) {
        int widest = 1;
        int at = first;
        while (at < last) {
            int begin = at;
            while (begin < last && text.charAt(begin) == ' ') {
                begin++;
            }
            widest = Math.max(widest, begin - at);
            if (begin < last && !TextLines.isBreak(text.charAt(begin))) {
                return Math.max(1, begin - at - blanks(read));
            }
            at = TextLines.next(text, begin);
        }
        int kept = read.lines().mapToInt(BlockScalar::blanks).max().orElse(0);
        return Math.max(1, widest - kept);
    }

    /** The number of blanks at the beginning of the first line that is not empty. */
    private static int blanks(String text) {
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == '\n') {
            begin++;
        }
        int end = begin;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end - begin;
    }
}
