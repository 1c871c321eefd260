package io.github.mmaplab.report.junit;

import java.util.regex.Pattern;

/** Text as XML can hold it. */
final class XmlText {
    /** Colours and the like for terminals (ECMA-48, 5.4): their readers are pages, on which the rest of them would stay. */
    private static final Pattern CONTROL_SEQUENCE = Pattern.compile("(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]");

    private XmlText() {}

    /** The text without control sequences, a replacement character for what XML 1.0 does not allow (2.2, production 2). */
    static String of(String text) {
        String plain = CONTROL_SEQUENCE.matcher(text).replaceAll("");
        StringBuilder clean = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int codePoint = plain.codePointAt(i);
            clean.appendCodePoint(isAllowed(codePoint) ? codePoint : 0xFFFD);
            i += Character.charCount(codePoint);
        }
        return clean.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
