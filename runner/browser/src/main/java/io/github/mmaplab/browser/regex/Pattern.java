package io.github.mmaplab.browser.regex;

import io.github.mmaplab.browser.regex.Expression.Match;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link java.util.regex.Pattern}. */
public final class Pattern {

    private static final int CASE_INSENSITIVE = java.util.regex.Pattern.CASE_INSENSITIVE;
    private static final int MULTILINE = java.util.regex.Pattern.MULTILINE;

    /** White space, which is more in JavaScript. */
    private static final String BLANKS = " \\t\\n\\v\\f\\r";

    /** What a full stop stands for, which is more in JavaScript. */
    private static final String WITHIN_A_LINE = "[^\\n\\r\\u0085\\u2028\\u2029]";

    private final Expression anywhere;
    private final Expression atOnce;
    private final Expression whole;

    private Pattern(String source, String flags) {
        anywhere = Expression.of(source, flags + "g");
        atOnce = Expression.of(source, flags + "y");
        whole = Expression.of("(?:" + source + ")(?![^])", flags + "y");
    }

    /** {@link java.util.regex.Pattern#compile(String)}. */
    public static Pattern compile(String expression) {
        return compile(expression, 0);
    }

    /**
     * {@link java.util.regex.Pattern#compile(String, int)}.
     *
     * @throws IllegalArgumentException if there is another flag than for several lines and for letters of either case
     */
    public static Pattern compile(String expression, int flags) {
        if ((flags & ~(CASE_INSENSITIVE | MULTILINE)) != 0) {
            throw new IllegalArgumentException("flags " + flags + " of " + expression);
        }
        String letters = ((flags & CASE_INSENSITIVE) != 0 ? "i" : "") + ((flags & MULTILINE) != 0 ? "m" : "");
        return new Pattern(inJavaScript(expression), "du" + letters);
    }

    private static String inJavaScript(String expression) {
        StringBuilder source = new StringBuilder();
        boolean inBrackets = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && expression.charAt(i + 1) == 's') {
                source.append(inBrackets ? BLANKS : "[" + BLANKS + "]");
                i++;
            } else if (c == '\\') {
                source.append(c).append(expression.charAt(i + 1));
                i++;
            } else if (c == '.' && !inBrackets) {
                source.append(WITHIN_A_LINE);
            } else {
                inBrackets = c == '[' || (inBrackets && c != ']');
                source.append(c);
            }
        }
        return source.toString();
    }

    /** {@link java.util.regex.Pattern#matches}. */
    public static boolean matches(String expression, CharSequence text) {
        return compile(expression).matcher(text).matches();
    }

    /** {@link java.util.regex.Pattern#matcher}. */
    public Matcher matcher(CharSequence text) {
        return new Matcher(this, text.toString());
    }

    /** {@link java.util.regex.Pattern#split(CharSequence)}. */
    public String[] split(CharSequence text) {
        return split(text, 0);
    }

    /** {@link java.util.regex.Pattern#split(CharSequence, int)}. */
    public String[] split(CharSequence text, int limit) {
        String whole = text.toString();
        List<String> parts = new ArrayList<>();
        Matcher matcher = matcher(whole);
        int from = 0;
        while ((limit <= 0 || parts.size() < limit - 1) && matcher.find()) {
            if (matcher.end() > 0) {
                parts.add(whole.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.add(whole.substring(from));
        while (limit == 0 && parts.size() > 1 && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return parts.toArray(new String[0]);
    }

    /** What is found from a place on. */
    @Nullable
    Match find(String text, int from) {
        return anywhere.exec(text, from);
    }

    /** What is found at the beginning. */
    @Nullable
    Match lookAt(String text) {
        return atOnce.exec(text, 0);
    }

    /** What is found, if it is the whole text. */
    @Nullable
    Match match(String text) {
        return whole.exec(text, 0);
    }
}
