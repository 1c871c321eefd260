package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.csv.CsvText;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The class as CSV, a row for each student. Who has no grade has empty cells, not zeros. No cell is a formula, whatever a
 * student is called.
 */
public final class PlainCsv {
    private final List<String> questions;

    /** A table with these questions. */
    public PlainCsv(List<String> questions) {
        this.questions = List.copyOf(questions);
    }

    /** The first line. */
    public String header() {
        List<String> cells =
                new ArrayList<>(List.of("id", "name", "group", "standing", "points", "max", "late", "variant", "file"));
        for (String question : questions) {
            cells.add(CsvText.cell(question));
            cells.add(CsvText.cell(question + " mark"));
        }
        return String.join(",", cells) + "\n";
    }

    /** A student's line. */
    public String row(StudentGrade student) {
        Optional<Graded> graded = student.counted().flatMap(Submission::graded);
        List<String> cells = new ArrayList<>();
        cells.add(CsvText.cell(student.student()));
        cells.add(CsvText.cell(student.name()));
        cells.add(CsvText.cell(student.group()));
        cells.add(student.standing().word());
        cells.add(student.earned()
                .map(points -> CsvText.number(Points.rounded(points)))
                .orElse(""));
        cells.add(graded.map(of -> CsvText.number(of.worth())).orElse(""));
        cells.add(student.lateness().late() ? "late" : "");
        cells.add(student.counted().map(of -> CsvText.cell(of.code())).orElse(""));
        cells.add(student.counted().map(of -> CsvText.cell(of.file())).orElse(""));
        Map<String, QuestionGrade> grades = new LinkedHashMap<>();
        graded.ifPresent(of -> of.questions().forEach(grade -> grades.put(grade.question(), grade)));
        for (String question : questions) {
            Optional<QuestionGrade> grade = Optional.ofNullable(grades.get(question));
            cells.add(
                    grade.map(of -> CsvText.number(Points.rounded(of.earned()))).orElse(""));
            cells.add(grade.map(of -> of.mark().word()).orElse(""));
        }
        return String.join(",", cells) + "\n";
    }
}
