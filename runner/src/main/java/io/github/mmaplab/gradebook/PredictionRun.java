package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.FeedbackText;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.scenario.model.Feedback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Grades the single prediction in a folder. There is always a result, in the given format. */
public final class PredictionRun {
    private final Assignment assignment;
    private final Roster roster;
    private final GradeFormat format;

    /**
     * A run.
     *
     * @param roster the groups; may be empty
     */
    public PredictionRun(Assignment assignment, Roster roster, GradeFormat format) {
        this.assignment = assignment;
        this.roster = roster;
        this.format = format;
    }

    /**
     * The result of a run.
     *
     * @param text the result in its format
     * @param messages messages for the student, a line each, untrusted
     */
    public record Result(String text, List<String> messages) {
        /** Copies the list. */
        public Result {
            messages = List.copyOf(messages);
        }
    }

    /** The result if the exercise can't be graded: no points, and whose fault that is. */
    public Result unsound() {
        List<String> messages = List.of(FaultMessage.UNSOUND);
        return new Result(format.refused(messages), messages);
    }

    /**
     * The result.
     *
     * @param place a prediction, or a folder with one
     * @param owner the student it must belong to
     * @throws io.github.mmaplab.answer.VariantException if the exercise has a mistake
     */
    public Result grade(Path place, Owner owner) {
        HandedIn handedIn = HandedIn.at(place, new SubmissionGrader(assignment, roster), Optional.empty(), owner);
        return handedIn.fold(
                this::graded,
                problems -> new Result(format.refused(FaultMessage.shown(problems)), FaultMessage.shown(problems)));
    }

    private Result graded(Submission submission, Graded graded) {
        AnswerKey key = assignment.key(submission.variant());
        Feedback level = assignment.exercise().grading().feedback();
        List<String> messages = new ArrayList<>(submission.problems());
        messages.addAll(FeedbackText.of(graded, key, level));
        return new Result(format.graded(submission, graded, key, level), messages);
    }
}
