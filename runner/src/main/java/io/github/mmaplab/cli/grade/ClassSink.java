package io.github.mmaplab.cli.grade;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import java.io.IOException;

/** Is told of a class: first of each student, then of what was handed in by nobody who is known. */
interface ClassSink {
    /** What came of a student. */
    void student(StudentGrade grade) throws IOException;

    /** What was handed in by somebody who is not on the roster, or by nobody that could be found out. */
    void unknown(Submission submission) throws IOException;

    /** That was all. */
    void end() throws IOException;
}
