package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.csv.CsvRow;
import java.util.regex.Pattern;

/** Distinguishes the rows of a gradebook like Canvas's importer. */
final class CanvasRows {
    private static final Pattern POSTING =
            Pattern.compile("\\s*(Muted|Manual Posting.*)?\\s*", Pattern.CASE_INSENSITIVE);

    private CanvasRows() {}

    /** Whether a row contains the points of each assignment. */
    static boolean isPoints(CsvRow row) {
        return row.text(0).contains("Points Possible");
    }

    /** Whether a row is a student, not the points, the posting policy or blank. */
    static boolean isStudent(CsvRow row) {
        return !isPoints(row)
                && !row.cells().stream()
                        .allMatch(cell -> POSTING.matcher(cell.text()).matches());
    }
}
