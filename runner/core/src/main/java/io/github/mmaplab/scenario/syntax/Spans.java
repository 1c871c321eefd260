package io.github.mmaplab.scenario.syntax;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;

/** Turns the marks of the YAML library, which count code points, into spans, which count chars. */
final class Spans {
    private final Source source;
    private final boolean everyCharIsACodePoint;
    /** The place asked for last, in both units: the next one is seldom far from it. */
    private int codePoint;

    private int offset;

    Spans(Source source) {
        this.source = source;
        String text = source.text();
        this.everyCharIsACodePoint = text.codePointCount(0, text.length()) == text.length();
    }

    Span of(Event event) {
        int start = offset(event.getStartMark());
        return source.span(start, Math.max(start, offset(event.getEndMark())));
    }

    /** The span of a block scalar: its end mark is the next token, so what lies between is taken off. */
    Span ofBlockScalar(Event event) {
        Span all = of(event);
        int end = all.end();
        while (end > all.start() && Character.isWhitespace(source.text().charAt(end - 1))) {
            end--;
        }
        return source.span(all.start(), end);
    }

    /** The place of a mark between two characters. */
    Span at(Mark mark) {
        int offset = offset(mark);
        return source.span(offset, offset);
    }

    /** The character at a mark; the place itself at the end of a line. */
    Span characterAt(Mark mark) {
        int start = offset(mark);
        String text = source.text();
        if (start >= text.length() || text.charAt(start) == '\n' || text.charAt(start) == '\r') {
            return source.span(start, start);
        }
        return source.span(start, text.offsetByCodePoints(start, 1));
    }

    /** From where a span begins to the end of the text in its line. */
    Span toLineEnd(Span span) {
        int end = source.lineEnd(span.line());
        while (end > span.end() && Character.isWhitespace(source.text().charAt(end - 1))) {
            end--;
        }
        return source.span(span.start(), end);
    }

    /** Whether there is nothing but white space before a span in its line. */
    boolean beginsItsLine(Span span) {
        return source.text()
                .substring(source.lineStart(span.line()), span.start())
                .isBlank();
    }

    /** The escape such as {@code \x4} whose digits begin at a place; null if none does. */
    @Nullable
    Span numericEscape(Span digits) {
        String text = source.text();
        int start = digits.start() - 2;
        if (start < 0 || text.charAt(start) != '\\' || "xuU".indexOf(text.charAt(start + 1)) < 0) {
            return null;
        }
        int most = digits.start() + (text.charAt(start + 1) == 'x' ? 2 : text.charAt(start + 1) == 'u' ? 4 : 8);
        int end = digits.start();
        while (end < Math.min(most, text.length()) && Character.digit(text.charAt(end), 16) >= 0) {
            end++;
        }
        return source.span(start, end);
    }

    /** The anchor, alias or tag that begins with {@code sign} at or soon after {@code event}. */
    Span ofProperty(Event event, char sign) {
        String text = source.text();
        int start = text.indexOf(sign, offset(event.getStartMark()));
        int end = start;
        while (end < text.length() && " \t\r\n,[]{}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return source.span(start, end);
    }

    private int offset(Mark mark) {
        int index = mark.getIndex();
        if (!everyCharIsACodePoint) {
            offset = source.text().offsetByCodePoints(offset, index - codePoint);
            codePoint = index;
            return offset;
        }
        return Math.min(index, source.text().length());
    }
}
