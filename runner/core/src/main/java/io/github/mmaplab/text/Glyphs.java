package io.github.mmaplab.text;

/** How characters look on a terminal. */
public final class Glyphs {
    /** First and last of each range of characters two columns wide: Unicode's East Asian Width W and F, in large strokes. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F,
        0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
    };

    /** The first character that may take no column or two. */
    private static final int COMBINING = 0x300;

    private Glyphs() {}

    /** How many columns a character takes. */
    public static int width(int codePoint) {
        if (codePoint < COMBINING) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** How many columns a text takes. */
    public static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < COMBINING) {
                width++;
            } else {
                int codePoint = text.codePointAt(i);
                width += width(codePoint);
                i += Character.charCount(codePoint) - 1;
            }
        }
        return width;
    }

    /** How many chars at the beginning of a text take {@code columns} columns at most. */
    public static int fitting(String text, int columns) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            width += width(codePoint);
            if (width > columns) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return text.length();
    }
}
