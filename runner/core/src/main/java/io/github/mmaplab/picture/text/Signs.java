package io.github.mmaplab.picture.text;

import io.github.mmaplab.text.Medium;
import io.github.mmaplab.text.Numerals;

/** The signs that are drawn beside text, and what is shown of characters that can't be. */
public enum Signs {
    /** For a terminal that shows Unicode. */
    UNICODE("─", "──▶", "━━▶", "✓", "✗", "…", "│", "·") {
        @Override
        String shown(String text) {
            return Medium.oneLine(text);
        }
    },
    /** For any other. */
    ASCII("-", "-->", "==>", "ok:", "NOT:", "...", "|", "-") {
        @Override
        String shown(String text) {
            StringBuilder shown = new StringBuilder();
            for (char c : Medium.oneLine(text).toCharArray()) {
                if (c < LAST) {
                    shown.append(c);
                } else if (c == '×') {
                    shown.append('x');
                } else {
                    shown.append("\\u").append(Numerals.hex(c, 4));
                }
            }
            return shown.toString();
        }
    };

    private static final char LAST = 0x7F;

    /** What a rule is made of. */
    final String rule;
    /** Between a page-table entry and the page it points at. */
    final String arrow;
    /** The same, where the entry has changed. */
    final String thickArrow;
    /** Before what is as expected. */
    final String holds;
    /** Before what is not as expected. */
    final String fails;
    /** For what is left out. */
    final String cut;
    /** Between two columns. */
    final String border;
    /** Before a sentence. */
    final String bullet;

    Signs(
            String rule,
            String arrow,
            String thickArrow,
            String holds,
            String fails,
            String cut,
            String border,
            String bullet) {
        this.rule = rule;
        this.arrow = arrow;
        this.thickArrow = thickArrow;
        this.holds = holds;
        this.fails = fails;
        this.cut = cut;
        this.border = border;
        this.bullet = bullet;
    }

    /** A text on one line, with something visible in place of each character that can't be shown. */
    abstract String shown(String text);
}
