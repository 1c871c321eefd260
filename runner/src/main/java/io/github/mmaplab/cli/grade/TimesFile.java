package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.exercise.csv.CsvRow;
import io.github.mmaplab.exercise.csv.CsvTable;
import io.github.mmaplab.exercise.csv.TextFile;
import io.github.mmaplab.exercise.grade.SubmissionTimes;
import java.nio.file.InvalidPathException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the table of when files were handed in: CSV with the columns {@code file} and {@code submitted}. */
final class TimesFile {
    private TimesFile() {}

    /**
     * The table.
     *
     * @param written the path as the user wrote it
     * @throws UsageException if it can't be read, or a line says no moment
     */
    static SubmissionTimes read(String written, Host host) throws UsageException {
        Problems problems = new Problems();
        TextFile file;
        try {
            file = TextFile.read(host.resolve(written), written, problems);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + written + "` is not a path: " + e.getReason());
        }
        CsvTable table = file == null ? new CsvTable(',', List.of()) : CsvTable.read(file.source(), problems);
        for (Diagnostic problem : problems.all()) {
            host.err().println(new DiagnosticPrinter(Palette.PLAIN).print(problem));
        }
        if (problems.errors() > 0) {
            throw new UsageException("the table of `--times` can't be read");
        }
        return SubmissionTimes.of(times(table, written));
    }

    private static Map<String, Instant> times(CsvTable table, String written) throws UsageException {
        int name = table.rows().isEmpty() ? -1 : column(table.rows().get(0), "file");
        int moment = table.rows().isEmpty() ? -1 : column(table.rows().get(0), "submitted");
        if (name < 0 || moment < 0) {
            throw new UsageException(
                    "`" + written + "` has no columns `file` and `submitted`",
                    "write the header `file,submitted`, then a line for each file: s1.prediction.yaml,2026-12-01T12:00:00Z");
        }
        Map<String, Instant> times = new LinkedHashMap<>();
        for (CsvRow row : table.rows().subList(1, table.rows().size())) {
            if (!row.isBlank() && times.put(row.text(name), moment(row, moment)) != null) {
                throw new UsageException(row.span() + ": `" + row.text(name) + "` appears twice", "keep one line");
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

    private static Instant moment(CsvRow row, int column) throws UsageException {
        try {
            return OffsetDateTime.parse(row.text(column)).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(
                    row.span() + ": `" + Shown.plain(row.text(column)) + "` is not a date and time",
                    "write the date, the time and the offset from UTC: 2026-12-01T12:00:00Z");
        }
    }
}
