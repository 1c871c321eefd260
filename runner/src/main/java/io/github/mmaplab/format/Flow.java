package io.github.mmaplab.format;

import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;

/**
 * Formats a list or map in brackets. Its lines are kept. Within a line there is one blank where one belongs, and more
 * only for alignment by the author.
 */
final class Flow {
    private final CanonicalText page;
    private final String text;
    private final int end;
    private final List<Node.Scalar> leaves;
    /** The column of the first bracket in the file, and how far it was moved to the left. */
    private final int bracket;

    private final int bracketShift;
    private final int least;
    private int next;
    private int at;
    /** The sign before, or {@code x} for a scalar; 0 at the beginning. */
    private char last;

    /**
     * A list or map to format.
     *
     * @param least the minimum indentation of its further lines; a closing bracket has two less
     */
    Flow(CanonicalText page, Node node, int least) {
        this.page = page;
        this.text = page.text();
        this.at = node.span().start();
        this.end = node.span().end();
        this.leaves = Leaves.of(node);
        this.bracket = TextLines.column(text, at);
        this.bracketShift = bracket - page.column();
        this.least = least;
    }

    /** Writes it. */
    void write() {
        int breaks = 0;
        int from = at;
        while (at < end) {
            char c = text.charAt(at);
            if (next < leaves.size() && at == leaves.get(next).span().start()) {
                Node.Scalar leaf = leaves.get(next++);
                begin(from, breaks, 'x');
                page.scalar(leaf, least);
                at = leaf.span().end();
            } else if (TextLines.isBlank(c)) {
                at++;
                continue;
            } else if (TextLines.isBreak(c)) {
                breaks++;
                at = TextLines.next(text, at);
                continue;
            } else if (c == '#') {
                comment(breaks);
            } else {
                sign(c, from, breaks);
            }
            breaks = 0;
            from = at;
        }
    }

    private void sign(char c, int from, int breaks) {
        if (c != '?' && !(c == ',' && closesNext())) {
            begin(from, breaks, c);
            page.put(String.valueOf(c));
        }
        at++;
    }

    /** Whether only the closing bracket follows the comma in the same line. */
    private boolean closesNext() {
        int behind = TextLines.skipBlanks(text, at + 1);
        return behind < end && (text.charAt(behind) == ']' || text.charAt(behind) == '}');
    }

    private void comment(int breaks) {
        int lineEnd = TextLines.end(text, at);
        if (breaks == 0) {
            page.trailing(text.substring(at, lineEnd).stripTrailing(), at);
        } else {
            line(breaks, least);
            page.put(text.substring(at, lineEnd).stripTrailing());
        }
        at = lineEnd;
    }

    private void begin(int from, int breaks, char c) {
        if (breaks > 0) {
            line(breaks, c == ']' || c == '}' ? least - 2 : least);
        } else if (wantsBlank(c)) {
            page.blanks(from, at);
        }
        last = c;
    }

    private void line(int breaks, int indentation) {
        int column = TextLines.column(text, at);
        int moved = column > bracket ? column - bracketShift : column - page.shift();
        page.newLine(breaks > 1, Math.max(indentation, moved), column);
    }

    private boolean wantsBlank(char c) {
        return switch (c) {
            case ',' -> last == ':';
            case ':', ']' -> false;
            case '}' -> last != '{';
            default -> last != 0 && last != '[';
        };
    }
}
