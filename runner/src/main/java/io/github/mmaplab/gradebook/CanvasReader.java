package io.github.mmaplab.gradebook;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.exercise.csv.CsvRow;
import io.github.mmaplab.exercise.csv.CsvTable;
import io.github.mmaplab.exercise.csv.TextFile;
import io.github.mmaplab.exercise.roster.Enrolment;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.exercise.roster.Student;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one gradebook, and reports everything that is wrong with it. */
final class CanvasReader {
    /** The test student in one column, and in two. */
    private static final Set<String> TEST_STUDENT = Set.of("Student, Test", "Test Student");

    private final Problems problems;
    private final Optional<CanvasId> wanted;
    private final Map<String, CsvRow> rows = new LinkedHashMap<>();
    private final List<Student> students = new ArrayList<>();

    CanvasReader(Problems problems, Optional<CanvasId> wanted) {
        this.problems = problems;
        this.wanted = wanted;
    }

    CanvasResult read(@Nullable TextFile file) {
        Optional<CanvasGradebook> gradebook = file == null ? Optional.empty() : readTable(file);
        List<Diagnostic> found = new ArrayList<>(problems.all());
        found.sort(Comparator.comparingInt(problem -> problem.span().start()));
        return new CanvasResult(problems.errors() > 0 ? Optional.empty() : gradebook, found);
    }

    private Optional<CanvasGradebook> readTable(TextFile file) {
        CsvTable table = CsvTable.read(file.source(), problems);
        Optional<CanvasHeader> header = table.rows().stream().findFirst().flatMap(CanvasHeader::of);
        if (header.isEmpty()) {
            problems.add(
                    Code.NOT_A_GRADEBOOK,
                    table.rows().isEmpty()
                            ? file.source().span(0, 0)
                            : table.rows().get(0).span(),
                    "this is not the header of a gradebook exported by Canvas",
                    "export it again; the header begins with Student,ID and has Section before the assignments");
            return Optional.empty();
        }
        List<CsvRow> below = table.rows().subList(1, table.rows().size());
        below.forEach(row -> checkWidth(row, header.get()));
        List<CsvRow> ofStudents = below.stream()
                .filter(CanvasRows::isStudent)
                .filter(row -> row.width() >= header.get().row().width())
                .filter(row -> !isTestStudent(row, header.get()))
                .toList();
        ids(header.get(), ofStudents).ifPresent(ids -> enrol(header.get(), ids, ofStudents));
        if (students.isEmpty() && problems.errors() == 0) {
            problems.add(
                    Code.EMPTY_DOCUMENT,
                    file.source().span(0, 0),
                    "there is no student with an id in this gradebook",
                    "export it again, from a course that has students");
        }
        return Optional.of(new CanvasGradebook(file, table, header.get(), new Roster(students), rows));
    }

    /**
     * Rows without a student may be shorter, as in Canvas. Cells after those of the header have no meaning; Canvas
     * writes empty ones itself.
     */
    private void checkWidth(CsvRow row, CanvasHeader header) {
        int width = header.row().width();
        boolean filled =
                row.cells().stream().skip(width).anyMatch(cell -> !cell.text().isBlank());
        if (filled || (row.width() < width && CanvasRows.isStudent(row))) {
            problems.add(
                    Code.UNEVEN_ROW,
                    row.span(),
                    "the row has " + row.width() + " cells, and the header has " + width,
                    "export the gradebook again, and do not edit it");
        }
    }

    /** Whether a row is Canvas's own test student, who has no id of the institution. */
    private static boolean isTestStudent(CsvRow row, CanvasHeader header) {
        Integer record = header.ids().get(CanvasId.SIS_USER_ID);
        return header.name(row).filter(TEST_STUDENT::contains).isPresent()
                && (record == null || row.text(record).isEmpty());
    }

    private Optional<CanvasId> ids(CanvasHeader header, List<CsvRow> ofStudents) {
        if (wanted.isPresent() && !header.ids().containsKey(wanted.get())) {
            problems.add(
                    Code.MISSING_COLUMN,
                    header.row().span(),
                    "there is no column `" + wanted.get().header() + "`",
                    "use the ids of another column, or export the gradebook with this one");
            return Optional.empty();
        }
        return wanted.or(() -> Stream.of(CanvasId.values())
                .filter(header.ids()::containsKey)
                .filter(id -> ofStudents.stream()
                        .anyMatch(row -> !idOf(header, id, row).isEmpty()))
                .findFirst());
    }

    private static String idOf(CanvasHeader header, CanvasId id, CsvRow row) {
        return row.text(header.ids().getOrDefault(id, 0));
    }

    private void enrol(CanvasHeader header, CanvasId column, List<CsvRow> ofStudents) {
        Enrolment enrolment = new Enrolment(problems);
        for (CsvRow row : ofStudents) {
            String text = idOf(header, column, row);
            Span place = row.cells().get(header.ids().getOrDefault(column, 0)).span();
            if (text.isEmpty()) {
                problems.add(
                        Code.STUDENT_LEFT_OUT,
                        row.span(),
                        "the student has no `" + column.header() + "`, and is left out",
                        "use the ids of another column, or give the student one in Canvas");
                continue;
            }
            enrolment.enrol(text, place).ifPresent(id -> {
                rows.put(id, row);
                Optional<String> section =
                        Optional.of(row.text(header.section())).filter(name -> !name.isEmpty());
                students.add(new Student(id, header.name(row), Optional.empty(), Optional.empty(), section));
            });
        }
    }
}
