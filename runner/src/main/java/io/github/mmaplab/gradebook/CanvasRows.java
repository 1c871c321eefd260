package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.csv.CsvRow;
import java.util.regex.Pattern;

/** Tells the rows of a gradebook apart, as Canvas's importer does. */
final class CanvasRows {
    private static final Pattern POSTING =
            Pattern.compile("\\s*(Muted|Manual Posting.*)?\\s*", Pattern.CASE_INSENSITIVE);

    private CanvasRows() {}

    /** Whether a row says how many points each assignment has. */
    static boolean isPoints(CsvRow row) {
        return row.text(0).contains("Points Possible");
    }

    /** Whether a row is a student's: not that of the points, not of what is posted by hand, and not blank. */
    static boolean isStudent(CsvRow row) {
        return !isPoints(row)
                && !row.cells().stream()
                        .allMatch(cell -> POSTING.matcher(cell.text()).matches());
    }
}
