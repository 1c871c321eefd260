package io.github.mmaplab.grading;

import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.gradebook.CanvasGradebook;
import io.github.mmaplab.gradebook.FilledGradebook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Fills the scores into the gradebook that Canvas exported; every other cell stays as it was. */
public final class CanvasSink implements ClassSink {
    private final CanvasGradebook gradebook;
    private final String column;
    private final BigDecimal worth;
    private final Path target;
    private final Consumer<String> notes;
    private final Map<String, BigDecimal> scores = new LinkedHashMap<>();

    /**
     * A sink for the scores.
     *
     * @param column the column to fill in
     * @param worth the points that the exercise is worth
     * @param target the file that the gradebook is written to
     * @param notes receives what is wrong, and which scores are not written
     */
    public CanvasSink(CanvasGradebook gradebook, String column, BigDecimal worth, Path target, Consumer<String> notes) {
        this.gradebook = gradebook;
        this.column = column;
        this.worth = worth;
        this.target = target;
        this.notes = notes;
    }

    @Override
    public void student(StudentGrade grade) {
        grade.earned().ifPresent(points -> scores.put(grade.student(), Points.rounded(points)));
    }

    @Override
    public void unknown(Submission submission) {
        // Canvas has no student with that id either.
    }

    @Override
    public void end() throws IOException {
        FilledGradebook filled = gradebook.withScores(column, worth, scores);
        new DiagnosticPrinter(Palette.PLAIN).printEach(filled.diagnostics()).forEach(notes);
        filled.unknown()
                .forEach(id -> notes.accept(
                        "warning: Canvas has no row for " + Shown.plain(id) + ": the score is not written"));
        filled.excused().forEach(id -> notes.accept("note: " + Shown.plain(id) + " is excused: nothing is written"));
        filled.notAssigned()
                .forEach(id -> notes.accept("warning: " + Shown.plain(id)
                        + " does not have the assignment in Canvas (N/A): the score is not written"));
        if (!filled.hasErrors()) {
            try (WholeFile file = WholeFile.open(target)) {
                file.out().write(filled.bytes());
                file.commit();
            }
        }
    }
}
