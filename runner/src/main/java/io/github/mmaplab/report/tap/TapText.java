package io.github.mmaplab.report.tap;

import io.github.mmaplab.report.Titles;

/** Text as TAP 14, and the YAML within it, can hold it. */
final class TapText {
    private static final char REPLACEMENT = '\uFFFD';

    private TapText() {}

    /** Text for a line of TAP: on one line, and with no sign in it that begins a directive. */
    static String line(String text) {
        return clean(Titles.oneLine(text)).replace("\\", "\\\\").replace("#", "\\#");
    }

    /** Text as a scalar of YAML in double quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        String clean = clean(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /**
     * Text of several lines, the first of which does not begin with a blank, as a literal block of YAML.
     *
     * @param margin what stands before each line
     */
    static String block(String text, String margin) {
        StringBuilder block = new StringBuilder("|\n");
        for (String line : clean(text).stripTrailing().split("\n", -1)) {
            block.append(line.isBlank() ? "" : margin + line.stripTrailing()).append('\n');
        }
        return block.toString();
    }

    /** A replacement character for what YAML 1.2 does not hold as it is (5.1), and for what it takes for a line's end. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isPlain(c) ? c : REPLACEMENT));
        return clean.toString();
    }

    private static boolean isPlain(int c) {
        if (Character.isISOControl(c)) {
            return c == '\n';
        }
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !surrogate && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
    }
}
