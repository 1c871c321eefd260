package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import java.io.IOException;

/** Receives the grades of a class: first each student, then the submissions of unknown students. */
public interface ClassSink {
    /** What came of a student. */
    void student(StudentGrade grade) throws IOException;

    /** A submission whose student is not on the roster, or is unknown. */
    void unknown(Submission submission) throws IOException;

    /** That was all. */
    void end() throws IOException;
}
