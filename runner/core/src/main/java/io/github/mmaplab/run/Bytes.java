package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.syntax.DoubleQuotes;
import io.github.mmaplab.text.Medium;
import io.github.mmaplab.text.Utf8;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stretch of bytes, as it is shown to people: never much longer than a line. */
public final class Bytes {
    /** How much is shown of what is long. */
    private static final int SHORT = 16;

    private static final String CUT = "...";

    /** What a line can't hold, and a person knows by its escape. */
    private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\t]");

    private final byte[] bytes;
    private final boolean first;
    private final boolean last;

    private Bytes(byte[] bytes, boolean first, boolean last) {
        this.bytes = bytes;
        this.first = first;
        this.last = last;
    }

    /**
     * The bytes from {@code from} to {@code to}, up to the end of {@code data}.
     *
     * @param dataFrom the position of the first byte of {@code data}
     * @param from not before {@code dataFrom}
     */
    public static Bytes of(Data data, long dataFrom, long from, long to) {
        long end = dataFrom + data.length();
        long start = least(from, end);
        byte[] bytes = new byte[(int) (least(to, end) - start)];
        data.copy(start - dataFrom, bytes, 0, bytes.length);
        return new Bytes(bytes, start == 0, Long.compareUnsigned(to, end) >= 0);
    }

    /** As text in quotes, or in hexadecimal if it is none; of what is long, the part around {@code position}. */
    public static String brief(Data data, long dataFrom, long position) {
        return stretch(data, dataFrom, position).shown(true);
    }

    /** What was expected and what was seen, in the same form. */
    public static List<String> brief(Data expected, Seen.Bytes seen) {
        Bytes left = stretch(expected, 0, seen.firstDifference());
        Bytes right = stretch(seen.data(), seen.from(), seen.firstDifference());
        boolean text = left.text() != null && right.text() != null;
        String more = seen.goesOn() && right.last ? CUT : "";
        return List.of(left.shown(text), right.shown(text) + more);
    }

    private static Bytes stretch(Data data, long dataFrom, long position) {
        long from = position < SHORT ? dataFrom : Math.max(dataFrom, position - SHORT / 3);
        return of(data, dataFrom, from, from + SHORT);
    }

    private String shown(boolean wanted) {
        if (bytes.length == 0) {
            return "nothing";
        }
        String text = wanted ? text() : null;
        String shown = text != null ? '"' + text + '"' : hex();
        return (first ? "" : CUT) + shown + (last ? "" : CUT);
    }

    private static long least(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Whether nothing follows. */
    public boolean isLast() {
        return last;
    }

    /** The bytes as text on one line, with escapes as between double quotes, if they are text. */
    public @Nullable String text() {
        return Utf8.text(bytes)
                .filter(text -> Medium.LINE.holds(LINE_END.matcher(text).replaceAll("")))
                .map(DoubleQuotes::escaped)
                .orElse(null);
    }

    /** The bytes in hexadecimal, a space between two. */
    public String hex() {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(hex.length() == 0 ? "" : " ");
            hex.append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return hex.toString();
    }

    /** A character for each byte, a dot where there is none. */
    public String ascii() {
        StringBuilder ascii = new StringBuilder();
        for (byte b : bytes) {
            ascii.append(b >= ' ' && b < 0x7F ? (char) b : '.');
        }
        return ascii.toString();
    }
}
