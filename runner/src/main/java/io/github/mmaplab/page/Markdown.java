package io.github.mmaplab.page;

import io.github.mmaplab.markup.Escaping;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes text for Markdown (CommonMark). */
public final class Markdown {
    /** The characters that have a meaning anywhere in CommonMark, or in tables. */
    private static final String MARKS = "\\`*_[]<>&|~";

    /** What begins a block at the beginning of a line. */
    private static final Pattern BLOCK = Pattern.compile("^(\\s*)([#+=-]|[0-9]+(?=[.)]))(?<rest>[.)]?)");

    private Markdown() {}

    /** Text, which may be untrusted. Every character that could have a meaning is escaped; line ends become blanks. */
    public static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        RenderedMarkdown.line(text).codePoints().forEach(c -> {
            escaped.append(c < 128 && MARKS.indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
        });
        return BLOCK.matcher(escaped).replaceFirst(found -> Matcher.quoteReplacement(beginning(found)));
    }

    /** In the number of a list, the backslash comes after the digits, otherwise before the mark. */
    private static String beginning(MatchResult found) {
        String mark = found.group(2);
        return Character.isDigit(mark.charAt(0))
                ? found.group(1) + mark + "\\" + found.group(3)
                : found.group(1) + "\\" + mark + found.group(3);
    }

    /** Text as code, in as many backticks as it needs. It may be untrusted. Line ends become blanks. */
    public static String code(String text) {
        String shown = Escaping.shown(text).replaceAll("[\\r\\n\\t]", " ");
        int longest = 0;
        int run = 0;
        for (int i = 0; i < shown.length(); i++) {
            run = shown.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        // CommonMark removes one blank from each side if both sides have one and the rest is not blank.
        boolean padded = shown.isBlank() || shown.startsWith("`") || shown.endsWith("`") || shown.startsWith(" ");
        return padded && !shown.isBlank() ? fence + " " + shown + " " + fence : fence + shown + fence;
    }

    /** Markdown for a cell of a table: on one line, with its bars escaped. */
    public static String cell(String markdown) {
        return markdown.replace("|", "\\|").replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
