package io.github.mmaplab.fuzz;

import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Seen;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a row of expectations shows.
 *
 * @param wrong what differs from the row; empty if it holds
 */
record Observation(Optional<Problem.WrongSight> wrong) {

    /** How many of the bytes that differ are written. */
    private static final int SHOWN = 4;

    /** An observation that differs from its row. */
    static Observation of(Problem.WrongSight sight) {
        return new Observation(Optional.of(sight));
    }

    /** The observation at step {@code last}, which checks one row. */
    static Observation at(int last, ScenarioResult result) {
        for (Problem problem : result.problems()) {
            if (problem instanceof Problem.WrongSight sight && sight.step() == last) {
                return of(sight);
            }
        }
        return new Observation(Optional.empty());
    }

    /** Whether the same was seen. The numbers of pages have no meaning. */
    boolean same(Observation other) {
        if (wrong.isEmpty() || other.wrong.isEmpty()) {
            return wrong.isEmpty() && other.wrong.isEmpty();
        }
        Seen mine = wrong.get().actual();
        Seen theirs = other.wrong.get().actual();
        if (mine instanceof Seen.Pages) {
            return theirs instanceof Seen.Pages;
        }
        return mine instanceof Seen.Fault fault
                ? theirs instanceof Seen.Fault that && fault.signal() == that.signal() && fault.code() == that.code()
                : mine.equals(theirs);
    }

    /** The row with the values that were seen. */
    ExpectRow correct(ExpectRow row) {
        return correct(row, new Observation(Optional.empty()));
    }

    /** The row with the values that were seen; of its bytes, only those that differ from {@code other}. */
    ExpectRow correct(ExpectRow row, Observation other) {
        if (wrong.isEmpty()) {
            return row;
        }
        Problem.WrongSight sight = wrong.get();
        Seen seen = sight.actual();
        if (seen instanceof Seen.Pages) {
            return row.otherPage();
        }
        if (seen instanceof Seen.Fault fault) {
            String raises = "{ raises: { signal: " + fault.signal() + ", code: " + fault.code() + " } }";
            return ExpectRow.of(sight.place(), raises);
        }
        return seen instanceof Seen.Bytes bytes
                ? content(row, bytes, other)
                : row.saying("{ " + sight.facet() + ": " + value(seen) + " }");
    }

    private static ExpectRow content(ExpectRow row, Seen.Bytes seen, Observation other) {
        byte[] bytes = seen.data().bytes();
        int from = 0;
        int to = Math.min(bytes.length, SHOWN);
        if (other.wrong.isPresent() && other.wrong.get().actual() instanceof Seen.Bytes theirs) {
            byte[] others = theirs.data().bytes();
            from = Math.max(0, Arrays.mismatch(bytes, others));
            to = Math.min(Math.min(bytes.length, others.length), from + SHOWN);
            while (to > from + 1 && bytes[to - 1] == others[to - 1]) {
                to--;
            }
        }
        byte[] shown = Arrays.copyOfRange(bytes, from, Math.max(to, from));
        String facets = isText(shown)
                ? "{ text: " + new String(shown, StandardCharsets.US_ASCII) + " }"
                : "{ hex: \"" + HexFormat.ofDelimiter(" ").formatHex(shown) + "\" }";
        return row.plus(from).saying(facets);
    }

    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) {
            if (!Character.isLetterOrDigit(one) || one < 0) {
                return false;
            }
        }
        return bytes.length > 0;
    }

    private static String value(Seen seen) {
        if (seen instanceof Seen.Mappings mappings) {
            List<String> rows = new ArrayList<>();
            for (String row : mappings.rows()) {
                rows.add(row.replaceAll("at: address 0x[0-9a-f]+, ", ""));
            }
            return rows.isEmpty() ? "[]" : "[ " + String.join(", ", rows) + " ]";
        }
        return ((Seen.Word) seen).text();
    }
}
