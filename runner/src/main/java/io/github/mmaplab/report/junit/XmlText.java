package io.github.mmaplab.report.junit;

/** Text as XML can hold it. */
final class XmlText {

    private XmlText() {}

    /** The text, a replacement character for what XML 1.0 does not allow (section 2.2, production 2). */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            clean.appendCodePoint(isAllowed(codePoint) ? codePoint : 0xFFFD);
            i += Character.charCount(codePoint);
        }
        return clean.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
