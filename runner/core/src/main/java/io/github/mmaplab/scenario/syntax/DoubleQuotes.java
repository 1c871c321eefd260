package io.github.mmaplab.scenario.syntax;

/** Text in double quotes, as YAML escapes it: on one line, whatever is in it. */
public final class DoubleQuotes {
    private DoubleQuotes() {}

    /** The text, quoted. */
    public static String around(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> append(quoted, c);
            }
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, char c) {
        if (c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
            quoted.append(String.format("\\u%04X", (int) c));
        } else {
            quoted.append(c);
        }
    }
}
