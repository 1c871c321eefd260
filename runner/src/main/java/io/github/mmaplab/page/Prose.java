package io.github.mmaplab.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of Markdown that people write in a few sentences: paragraphs, lists with {@code -}, blocks between
 * {@code ```}, {@code *emphasis*}, {@code **strong**}, {@code `code`}, and a backslash before what shall mean itself. All
 * else is text: HTML and links stand there as they were written.
 */
public final class Prose {
    private static final Pattern FENCED =
            Pattern.compile("```[^\\n]*\\n(.*?)(?:\\n```[ \\t]*(?=\\n|$)|$)", Pattern.DOTALL);

    private static final Pattern INLINE = Pattern.compile(
            "\\\\(?<escaped>\\p{Punct})"
                    + "|(?<fence>`+)(?<code>.+?)(?<!`)\\k<fence>(?!`)"
                    + "|\\*\\*(?<strong>[^*\\s](?:[^*]*[^*\\s])?)\\*\\*"
                    + "|\\*(?<em>[^*\\s](?:[^*]*[^*\\s])?)\\*",
            Pattern.DOTALL);

    private Prose() {}

    /** Blocks of HTML. */
    public static Html blocks(String markdown) {
        String text = markdown.replace("\r\n", "\n");
        List<Html> blocks = new ArrayList<>();
        Matcher fenced = FENCED.matcher(text);
        int from = 0;
        while (fenced.find(from)) {
            paragraphs(text.substring(from, fenced.start()), blocks);
            blocks.add(Tag.of("pre").holding(Tag.of("code").text(fenced.group(1))));
            from = fenced.end();
            if (from >= text.length()) {
                break;
            }
        }
        paragraphs(text.substring(Math.min(from, text.length())), blocks);
        return Html.of(blocks);
    }

    private static void paragraphs(String text, List<Html> blocks) {
        for (String paragraph : text.strip().split("\\n[ \\t]*\\n", -1)) {
            if (paragraph.isBlank()) {
                continue;
            }
            if (paragraph.strip().startsWith("- ")) {
                List<Html> items = new ArrayList<>();
                for (String item : paragraph.strip().substring(2).split("\\n[ \\t]*- ", -1)) {
                    items.add(Tag.of("li").holding(inline(item)));
                }
                blocks.add(Tag.of("ul").block(items));
            } else {
                blocks.add(Tag.of("p").holding(inline(paragraph.strip())));
            }
        }
    }

    /** A sentence or a few, without blocks. */
    public static Html inline(String markdown) {
        List<Html> pieces = new ArrayList<>();
        Matcher matcher = INLINE.matcher(markdown);
        int from = 0;
        while (matcher.find()) {
            pieces.add(Html.text(markdown.substring(from, matcher.start())));
            pieces.add(piece(matcher));
            from = matcher.end();
        }
        pieces.add(Html.text(markdown.substring(from)));
        return Html.of(pieces);
    }

    private static Html piece(Matcher found) {
        if (found.group("escaped") != null) {
            return Html.text(found.group("escaped"));
        }
        if (found.group("code") != null) {
            return Tag.of("code").text(unpadded(found.group("code")));
        }
        return found.group("strong") != null
                ? Tag.of("strong").holding(inline(found.group("strong")))
                : Tag.of("em").holding(inline(found.group("em")));
    }

    private static String unpadded(String code) {
        boolean padded = code.length() > 2 && code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        return padded ? code.substring(1, code.length() - 1) : code;
    }

    /** The words alone, on one line, for where there is no Markdown: a comment, a terminal. */
    public static String plain(String markdown) {
        StringBuilder plain = new StringBuilder();
        Matcher matcher = INLINE.matcher(markdown);
        int from = 0;
        while (matcher.find()) {
            plain.append(markdown, from, matcher.start());
            plain.append(plainPiece(matcher));
            from = matcher.end();
        }
        plain.append(markdown.substring(from));
        return line(plain.toString());
    }

    /** Text on one line, without what could disturb it. */
    public static String line(String text) {
        return Escaping.shown(text).replaceAll("\\s+", " ").strip();
    }

    private static String plainPiece(Matcher found) {
        if (found.group("escaped") != null) {
            return found.group("escaped");
        }
        if (found.group("code") != null) {
            return unpadded(found.group("code"));
        }
        return plain(found.group("strong") != null ? found.group("strong") : found.group("em"));
    }
}
