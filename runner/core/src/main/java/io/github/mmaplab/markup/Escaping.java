package io.github.mmaplab.markup;

import io.github.mmaplab.text.Medium;

/** Removes the special meaning from text. */
public final class Escaping {
    private Escaping() {}

    /** Text for the content of an element, or for an attribute in double quotes. */
    static String html(String text) {
        String shown = shown(text);
        StringBuilder escaped = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** The text with U+FFFD in place of characters that can disturb a page or a terminal. */
    public static String shown(String text) {
        return Medium.PAGE.fit(text);
    }
}
