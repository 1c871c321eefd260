package io.github.mmaplab.text;

import java.util.regex.Pattern;

/** Where text is shown, and what it can't hold there: what steers the medium, ends its line, or looks like something else. */
public enum Medium {
    /** A line on a terminal or in a log. */
    LINE {
        @Override
        public boolean holds(int c) {
            return !Character.isISOControl(c)
                    && Character.isDefined(c)
                    && isCharacter(c)
                    && !turns(c)
                    && !endsLine(c)
                    && c != BYTE_ORDER_MARK;
        }
    },
    /** Several lines on a terminal or in a log. */
    LINES {
        @Override
        public boolean holds(int c) {
            return c == '\n' || c == '\t' || LINE.holds(c);
        }
    },
    /** A page of HTML. */
    PAGE {
        @Override
        public boolean holds(int c) {
            return XML.holds(c) && !turns(c);
        }
    },
    /** XML 1.0 (2.2, production 2), without the controls that it allows and its readers don't. */
    XML {
        @Override
        public boolean holds(int c) {
            return (!Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r') && isCharacter(c);
        }
    },
    /** YAML 1.2 as it is (5.1), where the end of a line is a line feed. */
    YAML {
        @Override
        public boolean holds(int c) {
            return (!Character.isISOControl(c) || c == '\n')
                    && isCharacter(c)
                    && !turns(c)
                    && !endsLine(c)
                    && c != BYTE_ORDER_MARK;
        }
    };

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\u000B\f\r\u0085\u2028\u2029\t]");

    private static final int REPLACEMENT = 0xFFFD;
    private static final char DELETE = 0x7F;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** Whether a character can be shown as it is. */
    public abstract boolean holds(int codePoint);

    /** Whether all of a text can be shown as it is. */
    public boolean holds(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!holds(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    /** The text with U+FFFD in place of each character that can't be shown. */
    public String fit(String text) {
        StringBuilder fit = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            fit.appendCodePoint(holds(codePoint) ? codePoint : REPLACEMENT);
            i += Character.charCount(codePoint);
        }
        return fit.toString();
    }

    /** The text on one line, with a blank for what would begin another, or a column. */
    public static String oneLine(String text) {
        return isPrintableAscii(text) ? text : LINE.fit(LINE_END.matcher(text).replaceAll(" "));
    }

    /** Whether nothing in it needs a closer look, as in most texts. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= DELETE) {
                return false;
            }
        }
        return true;
    }

    /** The text itself if it has at most this many chars; else its beginning, without half of a pair, and dots. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most) + "...";
    }

    /** The name of a file, with an escape such as {@code \u001B} for what a line can't hold: names stay different. */
    public static String name(String name) {
        if (LINE.holds(name)) {
            return name;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < name.length(); ) {
            int codePoint = name.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (LINE.holds(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else {
                for (char c : name.substring(i, next).toCharArray()) {
                    shown.append("\\u" + Numerals.hex(c, 4));
                }
            }
            i = next;
        }
        return shown.toString();
    }

    /** Whether it is neither half of a pair nor one of the two that are never a character. */
    private static boolean isCharacter(int c) {
        return (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && c != 0xFFFE && c != 0xFFFF;
    }

    /** Whether it changes the direction of text (Unicode Standard Annex #9, 2.1 to 2.6), so that it looks like another. */
    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }

    private static boolean endsLine(int c) {
        return c == 0x2028 || c == 0x2029;
    }
}
