package io.github.mmaplab.bless;

import io.github.mmaplab.scenario.syntax.DoubleQuotes;
import io.github.mmaplab.text.Utf8;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bytes and words as a scenario would write them. */
final class Literals {
    /** Text that needs no quotes, wherever it stands, in YAML 1.1 and 1.2. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./+][A-Za-z0-9_./+-]*+(?: [A-Za-z0-9_./+-]++)*+");

    private Literals() {}

    /** Text as a value: bare, or in quotes where it would be something else without. */
    static String text(String text) {
        return BARE.matcher(text).matches() ? text : DoubleQuotes.around(text);
    }

    /** The text that bytes spell; empty if they spell none that people could read. */
    static Optional<String> readable(byte[] bytes) {
        return Utf8.line(bytes).filter(text -> !text.isEmpty());
    }

    /** Bytes one by one, as after {@code hex:}. */
    static String hex(byte[] bytes) {
        return '"' + HexFormat.ofDelimiter(" ").formatHex(bytes) + '"';
    }

    /** The facet that spells bytes out: {@code text: hello}, {@code zeros: 16}, {@code hex: "00 ff"}. */
    static String facet(byte[] bytes) {
        Optional<String> text = readable(bytes);
        if (text.isPresent()) {
            return "text: " + text(text.get());
        }
        return areZero(bytes) ? "zeros: " + bytes.length : "hex: " + hex(bytes);
    }

    static boolean areZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
