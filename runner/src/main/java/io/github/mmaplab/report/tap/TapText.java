package io.github.mmaplab.report.tap;

import io.github.mmaplab.report.Titles;
import io.github.mmaplab.text.Medium;

/** Text as TAP, and the YAML within it, can hold it. */
final class TapText {
    private TapText() {}

    /** Text on one line of TAP. */
    static String line(String text) {
        return Medium.YAML.fit(Titles.oneLine(text));
    }

    /** Text as a scalar of YAML in double quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        String clean = Medium.YAML.fit(text);
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
        for (String line : Medium.YAML.fit(text).stripTrailing().split("\n", -1)) {
            block.append(line.isBlank() ? "" : margin + line.stripTrailing()).append('\n');
        }
        return block.toString();
    }
}
