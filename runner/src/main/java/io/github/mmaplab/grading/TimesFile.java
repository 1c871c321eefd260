package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.csv.CsvRow;
import io.github.mmaplab.exercise.csv.CsvTable;
import io.github.mmaplab.exercise.grade.SubmissionTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the table of when files were handed in: CSV with the columns {@code file} and {@code submitted}. */
public final class TimesFile {
    private TimesFile() {}

    /**
     * The times in a table.
     *
     * @param name the table's name in messages
     * @throws TimesException if a column is missing, or a row has no date and time
     */
    public static SubmissionTimes of(CsvTable table, String name) throws TimesException {
        return SubmissionTimes.of(times(table, name));
    }

    private static Map<String, Instant> times(CsvTable table, String written) throws TimesException {
        int name = table.rows().isEmpty() ? -1 : column(table.rows().get(0), "file");
        int moment = table.rows().isEmpty() ? -1 : column(table.rows().get(0), "submitted");
        if (name < 0 || moment < 0) {
            throw new TimesException(
                    "`" + written + "` has no columns `file` and `submitted`",
                    "write the header `file,submitted`, then a line for each file: s1.prediction.yaml,2026-12-01T12:00:00Z");
        }
        Map<String, Instant> times = new LinkedHashMap<>();
        for (CsvRow row : table.rows().subList(1, table.rows().size())) {
            if (!row.isBlank() && times.put(row.text(name), moment(row, moment)) != null) {
                throw new TimesException(row.span() + ": `" + row.text(name) + "` appears twice", "keep one line");
            }
        }
        return times;
    }

    private static int column(CsvRow header, String name) {
        for (int i = 0; i < header.width(); i++) {
            if (header.text(i).toLowerCase(Locale.ROOT).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Instant moment(CsvRow row, int column) throws TimesException {
        try {
            return OffsetDateTime.parse(row.text(column)).toInstant();
        } catch (DateTimeException e) {
            throw new TimesException(
                    row.span() + ": `" + Shown.plain(row.text(column)) + "` is not a date and time",
                    "write the date, the time and the offset from UTC: 2026-12-01T12:00:00Z");
        }
    }
}
