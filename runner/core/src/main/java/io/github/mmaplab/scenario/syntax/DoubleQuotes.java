package io.github.mmaplab.scenario.syntax;

import io.github.mmaplab.text.Medium;
import io.github.mmaplab.text.Numerals;

/** Text in double quotes, as YAML reads it back. */
public final class DoubleQuotes {
    private DoubleQuotes() {}

    /** The text, quoted. */
    public static String around(String text) {
        return '"' + escaped(text) + '"';
    }

    /** What is between the quotes: an escape for what would end them, and for what a line can't show. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                default -> escaped.append(Medium.LINE.holds(c) ? String.valueOf(Character.toChars(c)) : numbered(c));
            }
        });
        return escaped.toString();
    }

    private static String numbered(int c) {
        return c > Character.MAX_VALUE ? "\\U" + Numerals.hex(c, 8) : "\\u" + Numerals.hex(c, 4);
    }
}
