package io.github.mmaplab.page;

/** Takes from text what it must not mean. */
final class Escaping {
    private static final char REPLACEMENT = '\uFFFD';

    private Escaping() {}

    /** Text for the content of an element, or for an attribute in double quotes. */
    static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isDisturbing(c) ? REPLACEMENT : c);
            }
        });
        return escaped.toString();
    }

    /** The text with what can disturb a page, or a terminal, replaced by U+FFFD. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(isDisturbing(c) ? REPLACEMENT : c));
        return shown.toString();
    }

    /**
     * Controls but for tab and line ends; halves of surrogate pairs; and what turns the direction of the text behind it
     * (Unicode Standard Annex #9, 2.1 to 2.5), with which an id can be made to look like another.
     */
    private static boolean isDisturbing(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || half || direction || c == 0xFFFE || c == 0xFFFF;
    }
}
