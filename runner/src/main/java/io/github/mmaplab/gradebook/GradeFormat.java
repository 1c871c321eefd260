package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.AnswerKey;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.scenario.model.Feedback;
import java.util.List;

/** What the result of one prediction is written as. */
public interface GradeFormat {
    /** The result of a prediction that was graded. */
    String graded(Submission submission, Graded graded, AnswerKey key, Feedback level);

    /** The result of what could not be graded: no points, and why. */
    String refused(List<String> problems);
}
