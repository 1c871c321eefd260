package io.github.mmaplab.failure;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.run.Bytes;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Seen;
import org.jspecify.annotations.Nullable;

/** Draws the content that was expected beside the content that was seen, the first difference marked. */
final class Difference {
    /** How many bytes of text are shown before and after the first difference. */
    private static final int BEFORE = 24;

    private static final int AFTER = 40;
    private static final int IN_A_ROW = 8;
    private static final String CUT = "...";

    private final Expected.Content expected;
    private final Seen.Bytes seen;
    private final Longer longer;

    private Difference(Expected.Content expected, Seen.Bytes seen) {
        this.expected = expected;
        this.seen = seen;
        this.longer = Longer.of(expected, seen);
    }

    /** The drawing, several lines. */
    static String of(Expected.Content expected, Seen.Bytes seen) {
        Difference difference = new Difference(expected, seen);
        if (expected.choices().size() > 1) {
            return difference.choices();
        }
        Data wanted = expected.choices().get(0);
        if (difference.longer.isElsewhere()) {
            return "expected: " + Bytes.brief(wanted, 0, 0) + ", followed by zero bytes only\n    seen: "
                    + difference.longer.what();
        }
        String text = difference.text(wanted);
        return text != null ? text : difference.hex(wanted);
    }

    private String choices() {
        StringBuilder lines = new StringBuilder();
        String label = "expected: ";
        for (Data choice : expected.choices()) {
            lines.append(label).append(Bytes.brief(choice, 0, 0)).append('\n');
            label = "      or: ";
        }
        return lines + "    seen: " + Bytes.brief(seen.data(), seen.from(), seen.from()) + (seen.goesOn() ? CUT : "");
    }

    /** As text, if both are. */
    private @Nullable String text(Data wanted) {
        long at = seen.firstDifference();
        long from = at <= BEFORE ? 0 : at - BEFORE;
        from = Math.max(from, seen.from());
        String before = Bytes.of(wanted, 0, from, at).text();
        Bytes left = Bytes.of(wanted, 0, from, at + AFTER);
        Bytes right = Bytes.of(seen.data(), seen.from(), from, at + AFTER);
        String expectedText = left.text();
        String seenText = right.text();
        if (before == null || expectedText == null || seenText == null) {
            return null;
        }
        String cut = from > 0 ? CUT : "";
        int column = "expected: \"".length() + cut.length() + before.length();
        return "expected: " + cut + quoted(expectedText, left.isLast())
                + "\n    seen: " + cut + quoted(seenText, right.isLast() && !seen.goesOn())
                + "\n" + " ".repeat(column) + "^ " + where(at);
    }

    private static String quoted(String text, boolean last) {
        return '"' + text + '"' + (last ? "" : CUT);
    }

    /** In hexadecimal, side by side: the row with the first difference, the row before and the row after. */
    private String hex(Data wanted) {
        long at = seen.firstDifference();
        long row = at - at % IN_A_ROW;
        long first = Math.max(row - IN_A_ROW, seen.from());
        String label = " ".repeat(Long.toString(row + IN_A_ROW).length() + 1);
        StringBuilder lines =
                new StringBuilder(label + "  " + padded("expected", 3 * IN_A_ROW + IN_A_ROW + 3) + "seen");
        for (long start = first; start <= row + IN_A_ROW; start += IN_A_ROW) {
            Bytes left = Bytes.of(wanted, 0, start, start + IN_A_ROW);
            Bytes right = Bytes.of(seen.data(), seen.from(), start, start + IN_A_ROW);
            if (!left.isEmpty() || !right.isEmpty()) {
                lines.append('\n')
                        .append(padded("+" + start, label.length()) + "  " + columns(left) + "  "
                                + columns(right).stripTrailing());
            }
            if (start == row) {
                int column = label.length() + 2 + 4 * IN_A_ROW + 3 + 3 * (int) (at - row);
                lines.append('\n').append(" ".repeat(column)).append("^^ ").append(where(at));
            }
        }
        return lines.toString();
    }

    private static String columns(Bytes bytes) {
        return padded(bytes.hex(), 3 * IN_A_ROW) + padded(bytes.ascii(), IN_A_ROW + 1);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private String where(long at) {
        if (longer.isLonger()) {
            return longer.words();
        }
        boolean ended = seen.endOfFile() && at >= seen.from() + seen.data().length();
        return ended ? "the file ends here, after " + at + " bytes" : "first difference: byte " + at;
    }
}
