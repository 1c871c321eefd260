package io.github.mmaplab.report.tap;

import io.github.mmaplab.scenario.syntax.DoubleQuotes;
import io.github.mmaplab.text.Medium;

/** Makes text fit for TAP, and for the YAML in it. */
final class TapText {
    private TapText() {}

    /** Text on one line of TAP. */
    static String line(String text) {
        return Medium.YAML.fit(Medium.oneLine(text));
    }

    /** Text as a scalar of YAML in double quotes. */
    static String quoted(String text) {
        return DoubleQuotes.around(Medium.YAML.fit(text));
    }

    /**
     * Text of several lines, the first of which does not begin with a blank, as a literal block of YAML.
     *
     * @param margin what precedes each line
     */
    static String block(String text, String margin) {
        StringBuilder block = new StringBuilder("|\n");
        for (String line : Medium.YAML.fit(text).stripTrailing().split("\n", -1)) {
            block.append(line.isBlank() ? "" : margin + line.stripTrailing()).append('\n');
        }
        return block.toString();
    }
}
