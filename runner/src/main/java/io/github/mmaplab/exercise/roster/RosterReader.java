package io.github.mmaplab.exercise.roster;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.exercise.csv.CsvRow;
import io.github.mmaplab.exercise.csv.CsvTable;
import io.github.mmaplab.exercise.csv.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one roster, and notes all that is wrong with it. */
final class RosterReader {
    private final Problems problems = new Problems();
    private final Enrolment enrolment = new Enrolment(problems);
    private final List<Student> students = new ArrayList<>();

    private RosterReader() {}

    static RosterResult read(Path path, String name) {
        RosterReader reader = new RosterReader();
        return reader.result(name, TextFile.read(path, name, reader.problems));
    }

    static RosterResult read(String name, byte[] bytes) {
        RosterReader reader = new RosterReader();
        return reader.result(name, TextFile.decode(name, bytes, reader.problems));
    }

    private RosterResult result(String name, @Nullable TextFile file) {
        if (file != null) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".txt")) {
                readLines(file.source());
            } else {
                readTable(file.source());
            }
            if (students.isEmpty() && problems.errors() == 0) {
                problems.add(
                        Code.EMPTY_DOCUMENT,
                        file.source().span(0, 0),
                        "there is no student in this file",
                        "a roster is CSV with a column `id` and one line for each student");
            }
        }
        List<Diagnostic> found = new ArrayList<>(problems.all());
        found.sort(Comparator.comparingInt(problem -> problem.span().start()));
        return new RosterResult(new Roster(problems.errors() > 0 ? List.of() : students), found);
    }

    private void readLines(Source source) {
        for (int line = 1; line <= source.lineCount(); line++) {
            String text = source.line(line);
            if (!text.isBlank()) {
                Span place = source.span(source.lineStart(line), source.lineEnd(line));
                enrolment.enrol(text, place).map(Student::new).ifPresent(students::add);
            }
        }
    }

    private void readTable(Source source) {
        List<CsvRow> rows = CsvTable.read(source, problems).rows();
        if (rows.isEmpty()) {
            return;
        }
        RosterHeader header = RosterHeader.of(rows.get(0), problems);
        for (CsvRow row : rows.subList(1, rows.size())) {
            if (row.isBlank()) {
                continue;
            }
            if (row.width() != header.width()) {
                reportWidth(row, header);
            } else if (header.has(RosterColumn.ID)) {
                readStudent(row, header);
            }
        }
    }

    private void readStudent(CsvRow row, RosterHeader header) {
        int column = header.position(RosterColumn.ID);
        Optional<String> group = header.value(row, RosterColumn.GROUP).map(StudentId::normalized);
        Span groupPlace = row.cells().get(header.position(RosterColumn.GROUP)).span();
        boolean valid = group.isEmpty() || enrolment.isValid("group", group.get(), groupPlace);
        Optional<String> id =
                enrolment.enrol(row.text(column), row.cells().get(column).span());
        if (valid && id.isPresent()) {
            students.add(new Student(
                    id.get(),
                    header.name(row),
                    header.value(row, RosterColumn.EMAIL),
                    group,
                    header.value(row, RosterColumn.SECTION)));
        }
    }

    private void reportWidth(CsvRow row, RosterHeader header) {
        problems.add(new Diagnostic(
                Code.UNEVEN_ROW,
                row.span(),
                "the row has " + cells(row.width()) + ", and the header has " + header.width(),
                List.of(new Label(header.row().span(), "the header")),
                List.of("quote a cell that contains the separator")));
    }

    private static String cells(int count) {
        return count == 1 ? "1 cell" : count + " cells";
    }
}
