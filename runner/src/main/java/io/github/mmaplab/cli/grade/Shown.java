package io.github.mmaplab.cli.grade;

/** What strangers wrote, as it may be shown on a terminal. */
final class Shown {
    private static final int LONGEST = 400;

    private Shown() {}

    /** The text on one line, without what could steer a terminal or turn the line around. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            int type = Character.getType(c);
            boolean unseen = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            plain.appendCodePoint(unseen ? '\uFFFD' : c);
        });
        return plain + (text.codePointCount(0, text.length()) > LONGEST ? "..." : "");
    }
}
