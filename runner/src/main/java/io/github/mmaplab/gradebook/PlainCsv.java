package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.csv.CsvText;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A class as CSV, a row for each student, written at once. Without a grade, the cells of the points are empty, not
 * zero. No cell is a formula, whatever students wrote.
 */
public final class PlainCsv {
    private final Appendable out;
    private final List<String> questions;

    private PlainCsv(Appendable out, List<String> questions) {
        this.out = out;
        this.questions = List.copyOf(questions);
    }

    /** Writes the header row: for each question the points and the verdict. */
    public static PlainCsv begin(Appendable out, List<String> questions) throws IOException {
        List<String> cells =
                new ArrayList<>(List.of("id", "name", "group", "standing", "points", "max_points", "late", "file"));
        for (String question : questions) {
            cells.add(CsvText.cell(question + "_points"));
            cells.add(CsvText.cell(question + "_mark"));
        }
        PlainCsv csv = new PlainCsv(out, questions);
        csv.row(cells);
        return csv;
    }

    /** Writes the row of a student. */
    public void student(StudentGrade student) throws IOException {
        Optional<Graded> graded = student.counted().flatMap(Submission::graded);
        List<String> cells = new ArrayList<>();
        cells.add(CsvText.cell(student.student()));
        cells.add(CsvText.cell(student.name()));
        cells.add(CsvText.cell(student.group()));
        cells.add(student.standing().word());
        cells.add(student.earned().map(Points::rounded).map(CsvText::number).orElse(""));
        cells.add(graded.map(Graded::worth).map(CsvText::number).orElse(""));
        cells.add(student.counted().isEmpty() ? "" : student.lateness().late() ? "yes" : "no");
        cells.add(CsvText.cell(student.counted().map(Submission::file).orElse("")));
        for (String question : questions) {
            cells.addAll(of(graded, question));
        }
        row(cells);
    }

    private static List<String> of(Optional<Graded> graded, String question) {
        for (QuestionGrade grade : graded.map(Graded::questions).orElse(List.of())) {
            if (grade.question().equals(question)) {
                BigDecimal points = Points.rounded(grade.earned());
                return List.of(CsvText.number(points), grade.mark().word());
            }
        }
        return Collections.nCopies(2, "");
    }

    private void row(List<String> cells) throws IOException {
        out.append(String.join(",", cells)).append("\r\n");
    }
}
