package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.results.ResultsReader;
import java.util.Optional;

/**
 * Looks for students whose variant an exercise no longer has since it was changed. Nobody is graded by another variant than
 * the one whose sheet they had.
 */
final class VariantsOnRecord implements ResultsReader.Visitor {
    private final Assignment assignment;
    private final Listing lost = new Listing();

    VariantsOnRecord(Assignment assignment) {
        this.assignment = assignment;
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

    /**
     * Refuses to go on.
     *
     * @throws UsageException if there are such students
     */
    void require() throws UsageException {
        if (!lost.isEmpty()) {
            throw new UsageException(
                    "the exercise no longer has the variants of these students: " + lost.text(),
                    "restore the parameters and values that `vary` had; you can keep new values");
        }
    }
}
