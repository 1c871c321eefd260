package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.scenario.model.Feedback;
import java.util.List;

/** The format of the result of one prediction. */
public interface GradeFormat {
    /** The result of a prediction that was graded. */
    String graded(Submission submission, Graded graded, AnswerKey key, Feedback level);

    /** The result of a prediction that could not be graded: no points, and why. */
    String refused(List<String> problems);
}
