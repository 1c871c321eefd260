package io.github.mmaplab.fuzz;

import io.github.mmaplab.fuzz.sketch.Amount;
import io.github.mmaplab.fuzz.sketch.FileSpot;
import io.github.mmaplab.fuzz.sketch.Row;
import io.github.mmaplab.fuzz.sketch.Sketch;
import io.github.mmaplab.fuzz.sketch.Spot;
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
 * What was seen when a row of expectations was looked at.
 *
 * @param wrong what was not as the row says; absent if all was
 */
record Sight(Optional<Problem.WrongSight> wrong) {

    /** So many bytes are written down of those that differ. */
    private static final int SHOWN = 4;

    /** What was not as a row says. */
    static Sight of(Problem.WrongSight sight) {
        return new Sight(Optional.of(sight));
    }

    /** What was seen at the last step of {@code sketch}, which looks at one row. */
    static Sight atTheEnd(ScenarioResult result, Sketch sketch) {
        for (Problem problem : result.problems()) {
            if (problem instanceof Problem.WrongSight sight
                    && sight.step() == sketch.deeds().size()) {
                return of(sight);
            }
        }
        return new Sight(Optional.empty());
    }

    /** Whether the same was seen; which number a page has means nothing. */
    boolean same(Sight other) {
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

    /** The row as it would have to be. */
    Row on(Row row) {
        return on(row, new Sight(Optional.empty()));
    }

    /** The row as it would have to be; of bytes, those that are not as {@code other} has them. */
    Row on(Row row, Sight other) {
        if (wrong.isEmpty()) {
            return row;
        }
        Problem.WrongSight sight = wrong.get();
        Seen seen = sight.actual();
        if (row instanceof Row.OfPages pages && seen instanceof Seen.Pages) {
            return new Row.OfPages(pages.one(), pages.other(), !pages.same());
        }
        if (seen instanceof Seen.Fault fault) {
            String raises = "{ raises: { signal: " + fault.signal() + ", code: " + fault.code() + " } }";
            return new Row.OfMemory(lookedAt(row, sight.place()), raises);
        }
        if (seen instanceof Seen.Bytes bytes) {
            return content(row, bytes, other);
        }
        String facets = "{ " + sight.facet() + ": " + value(seen) + " }";
        if (row instanceof Row.OfMemory memory) {
            return new Row.OfMemory(memory.spot(), facets);
        }
        return row instanceof Row.OfSize size
                ? new Row.OfSize(size.file(), value(seen))
                : new Row.OfProcess(((Row.OfProcess) row).process(), facets);
    }

    private static Spot lookedAt(Row row, String place) {
        for (Spot spot : row.spots()) {
            if (spot.toString().equals(place)) {
                return spot;
            }
        }
        return row.spots().get(0);
    }

    private static Row content(Row row, Seen.Bytes seen, Sight other) {
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
        if (row instanceof Row.OfFile file) {
            return new Row.OfFile(
                    new FileSpot(file.spot().file(), plus(file.spot().offset(), from)), facets);
        }
        Spot spot = row.spots().get(0);
        return new Row.OfMemory(new Spot(spot.process(), spot.mapping(), plus(spot.offset(), from)), facets);
    }

    private static Amount plus(Amount amount, int bytes) {
        return new Amount(amount.pages(), amount.bytes() + bytes);
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
