package io.github.mmaplab.gradebook;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.exercise.csv.CsvRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the column of an assignment like Canvas's importer: by the number at its end, otherwise by its title. */
final class CanvasColumns {
    private static final Pattern TITLE_AND_ID = Pattern.compile("(.*)\\s\\((\\d+)\\)", Pattern.DOTALL);

    /** Totals, which Canvas writes and never reads. */
    private static final Pattern TOTAL =
            Pattern.compile("(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)");

    private static final Pattern READ_ONLY = Pattern.compile("read\\s+only");

    private static final String NAME_IT = "name the column as the header has it, with its id: Title (123)";

    private final CanvasHeader header;
    private final Optional<CsvRow> points;
    private final Problems problems;

    CanvasColumns(CanvasHeader header, Optional<CsvRow> points, Problems problems) {
        this.header = header;
        this.points = points;
        this.problems = problems;
    }

    /**
     * The column, from 0, with this title, or the column after the last one for a new title. Empty if there can be
     * none; the reason has been reported.
     */
    OptionalInt find(String title) {
        Matcher named = TITLE_AND_ID.matcher(title);
        boolean byId = named.matches();
        List<Integer> found = assignments()
                .filter(column -> byId ? id(column).equals(named.group(2)) : hasTitle(column, title))
                .boxed()
                .toList();
        Span end = header.row().span();
        if (found.size() == 1) {
            return isNote(found.get(0)) ? note(found.get(0)) : filled(found.get(0));
        }
        if (found.size() > 1) {
            refuse(header.row().cells().get(found.get(1)).span(), found.size() + " columns are called `" + title + "`");
        } else if (byId) {
            refuse(end, "no column has the id (" + named.group(2) + ")");
        } else if (title.isBlank() || TOTAL.matcher(title).find() || isIdentity(title)) {
            refuse(end, "`" + title + "` can't be the title of an assignment: Canvas uses it for a column of its own");
        } else {
            problems.add(
                    Code.NEW_COLUMN,
                    header.row().cells().get(header.row().width() - 1).span(),
                    "no column is called `" + title + "`: Canvas will create a new assignment",
                    NAME_IT + "; or ignore this, if the assignment is new");
            return OptionalInt.of(header.row().width());
        }
        return OptionalInt.empty();
    }

    private IntStream assignments() {
        return IntStream.range(header.section() + 1, header.row().width())
                .filter(column -> !TOTAL.matcher(name(column)).find());
    }

    /** Whether a column is a note of the instructor, not an assignment: other columns have ids. */
    private boolean isNote(int column) {
        return id(column).isEmpty()
                && assignments().anyMatch(other -> !id(other).isEmpty());
    }

    private OptionalInt note(int column) {
        refuse(
                header.row().cells().get(column).span(),
                "the column `" + name(column) + "` has no assignment id: Canvas treats it as a column of notes");
        return OptionalInt.empty();
    }

    private OptionalInt filled(int column) {
        boolean readOnly = points.isPresent()
                && READ_ONLY.matcher(points.get().text(column)).find();
        if (readOnly) {
            refuse(
                    header.row().cells().get(column).span(),
                    "Canvas ignores the column `" + name(column) + "`, which is read-only");
            return OptionalInt.empty();
        }
        return OptionalInt.of(column);
    }

    private void refuse(Span place, String message) {
        problems.add(Code.COLUMN_NOT_FILLED, place, message, NAME_IT);
    }

    private boolean isIdentity(String title) {
        return IntStream.rangeClosed(0, header.section())
                .anyMatch(column -> name(column).equals(title.strip()));
    }

    private boolean hasTitle(int column, String title) {
        Matcher named = TITLE_AND_ID.matcher(name(column));
        String its = named.matches() ? named.group(1) : name(column);
        return its.strip().equals(title.strip());
    }

    private String id(int column) {
        Matcher named = TITLE_AND_ID.matcher(name(column));
        return named.matches() ? named.group(2) : "";
    }

    private String name(int column) {
        return header.row().text(column);
    }
}
