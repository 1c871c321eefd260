package io.github.mmaplab.handout.story;

import io.github.mmaplab.answer.Wording;
import io.github.mmaplab.page.Markdown;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.text.Medium;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes in words: text as text, other bytes in hexadecimal, long content by how it is made. */
final class ContentWords {
    /** The maximum number of bytes that are written out. */
    private static final int LONGEST = 256;

    private final Wording words;

    ContentWords(Wording words) {
        this.words = words;
    }

    /** As an object: {@code `HELLO`}, {@code 16 zero bytes}. */
    String of(Content content) {
        if (content instanceof Content.Zeros zeros) {
            return words.size(zeros.length()) + " of zeros";
        }
        if (content instanceof Content.Fill fill) {
            return words.size(fill.length()) + " of " + letter(fill.value());
        }
        if (content instanceof Content.Text text && Medium.LINE.holds(text.text())) {
            return text.text().isEmpty() ? "nothing" : Markdown.code(text.text());
        }
        return hex(content);
    }

    private static String letter(byte value) {
        boolean seen = value > 0x20 && value < 0x7F;
        return Markdown.code(
                seen
                        ? new String(new byte[] {value}, StandardCharsets.US_ASCII)
                        : "0x" + HexFormat.of().toHexDigits(value));
    }

    private String hex(Content content) {
        int shown = (int) Math.min(content.length(), LONGEST);
        String hex = HexFormat.ofDelimiter(" ").formatHex(content.bytes(0, shown));
        String rest = shown < content.length() ? " ... (" + words.size(content.length()) + " in all)" : "";
        return "the bytes " + Markdown.code(hex) + rest;
    }
}
