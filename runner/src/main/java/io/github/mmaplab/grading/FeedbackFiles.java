package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.FeedbackText;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.handout.FileNames;
import io.github.mmaplab.scenario.model.Feedback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what each student is told into a file of plain text, whose name is made from the student's id. */
final class FeedbackFiles implements ClassSink {
    private final Path folder;
    private final Assignment assignment;
    private final Feedback level;
    private final Readers readers;

    FeedbackFiles(Path folder, Assignment assignment, Feedback level, Readers readers) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.assignment = assignment;
        this.level = level;
        this.readers = readers;
    }

    @Override
    public void student(StudentGrade grade) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(assignment.id() + ", " + grade.student());
        if (grade.counted().isPresent()) {
            Submission counted = grade.counted().get();
            lines.addAll(FeedbackText.of(counted.graded().orElseThrow(), assignment.key(counted.variant()), level));
            lines.addAll(counted.problems());
        } else {
            lines.add(
                    grade.standing() == StudentGrade.Standing.MISSING
                            ? "nothing was handed in"
                            : "could not be graded");
            grade.others().forEach(other -> lines.addAll(other.problems()));
        }
        if (!grade.lateness().words().isEmpty()) {
            lines.add(grade.lateness().words());
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Shown.plain(line)).append('\n'));
        WholeFile.write(folder.resolve(FileNames.of(grade.student()) + ".feedback.txt"), text.toString(), readers);
    }

    @Override
    public void unknown(Submission submission) {
        // Nobody is known who could be told.
    }

    @Override
    public void end() {
        // Each file is complete by itself.
    }
}
