package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.results.ResultsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks for students whose variant an exercise no longer has since it was changed. No student is graded by another variant
 * than the one whose sheet they had.
 */
public final class VariantsOnRecord implements ResultsReader.Visitor {
    private final Assignment assignment;
    private final Listing lost = new Listing();

    private VariantsOnRecord(Assignment assignment) {
        this.assignment = assignment;
    }

    /**
     * The first of these students, and how many more there are; empty if there are none.
     *
     * @param results the results of a class
     * @param name their name in messages
     */
    public static Optional<String> lost(Path results, String name, Assignment assignment) throws IOException {
        VariantsOnRecord variants = new VariantsOnRecord(assignment);
        ResultsReader.read(results, name, variants);
        return variants.lost.isEmpty() ? Optional.empty() : Optional.of(variants.lost.text());
    }

    @Override
    public void student(StudentGrade grade) {
        grade.counted().ifPresent(this::check);
        grade.others().forEach(this::check);
    }

    @Override
    public void unknown(Submission submission) {
        check(submission);
    }

    private void check(Submission submission) {
        if (submission.status() == Submission.Status.GRADED) {
            Optional<String> why = assignment.lost(submission.variant());
            if (why.isEmpty() && !assignment.codeOf(submission.variant()).equals(submission.code())) {
                why = Optional.of("its code is not " + submission.code());
            }
            why.ifPresent(what -> lost.add(Shown.plain(submission.student() + " (" + what + ")")));
        }
    }
}
