package io.github.mmaplab.lab;

import io.github.mmaplab.abi.Word;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.syntax.DoubleQuotes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes values so that the reader reads them unchanged. */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*+(?: [A-Za-z0-9_.+-]++)*+");

    private Yaml() {}

    /** Plain if possible, otherwise in quotes. */
    static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /** In quotes. */
    static String quoted(String text) {
        return DoubleQuotes.around(text);
    }

    /** Content where bytes are expected. */
    static String value(Content content) {
        return content instanceof Content.Text text ? quoted(text.text()) : "{ " + content(content) + " }";
    }

    /** The entries of a map of content: {@code hex: "00 ff"}. */
    static String content(Content content) {
        if (content instanceof Content.Text text) {
            return "text: " + quoted(text.text());
        }
        if (content instanceof Content.Hex hex) {
            return "hex: " + quoted(hex.toString());
        }
        if (content instanceof Content.Fill fill) {
            return String.format("fill: 0x%02x, length: %s", fill.value(), Long.toUnsignedString(fill.length()));
        }
        return "zeros: " + Long.toUnsignedString(content.length());
    }

    /** A map with one key. */
    static String map(String key, String value) {
        return "{ " + scalar(key) + ": " + value + " }";
    }

    /** A map of these entries. */
    static String map(List<String> entries) {
        return entries.isEmpty() ? "{}" : "{ " + String.join(", ", entries) + " }";
    }

    /** A list of words. */
    static String words(List<? extends Word> words) {
        List<String> texts = new ArrayList<>();
        for (Word word : words) {
            texts.add(word.word());
        }
        return "[" + String.join(", ", texts) + "]";
    }
}
