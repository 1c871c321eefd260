package io.github.mmaplab.browser;

/**
 * In place of {@link String#format} in the YAML library, which uses nothing but {@code %s}. It spares the page the
 * conventions of all languages for numbers and dates. {@code src/build/Compile.java} makes the library call it.
 */
public final class PlainFormat {
    private PlainFormat() {}

    /** The pattern with each {@code %s} replaced by the next value. */
    public static String format(String pattern, Object[] values) {
        StringBuilder text = new StringBuilder(pattern);
        int from = 0;
        for (Object value : values) {
            int at = text.indexOf("%s", from);
            String word = String.valueOf(value);
            text.replace(at, at + 2, word);
            from = at + word.length();
        }
        return text.toString();
    }
}
