package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.AnswerKey;
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

/** Grades what stands in a student's repository, and makes of whatever is there a result for the reporter. */
public final class ClassroomRun {
    private final Assignment assignment;
    private final Roster roster;

    /**
     * A run.
     *
     * @param roster who is in which group; may be empty
     */
    public ClassroomRun(Assignment assignment, Roster roster) {
        this.assignment = assignment;
        this.roster = roster;
    }

    /**
     * What came of it.
     *
     * @param json the result for the reporter
     * @param told what the student is told, a line each, untrusted: the reporter shows names and points alone
     */
    public record Result(String json, List<String> told) {
        /** Copies the list. */
        public Result {
            told = List.copyOf(told);
        }
    }

    /** The result where the exercise can't be graded: no points, and whose fault that is. */
    public Result unsound() {
        List<String> told = List.of(Fault.UNSOUND);
        return new Result(Classroom.refused(told, assignment.worth()), told);
    }

    /**
     * The result.
     *
     * @param place a prediction, or the folder of a repository
     * @param owner whose repository it is
     */
    public Result grade(Path place, Owner owner) {
        HandedIn handedIn = HandedIn.at(place, new SubmissionGrader(assignment, roster), Optional.empty(), owner);
        return handedIn.fold(
                this::graded,
                problems -> new Result(Classroom.refused(problems, assignment.worth()), Fault.shown(problems)));
    }

    private Result graded(Submission submission, Graded graded) {
        AnswerKey key = assignment.key(submission.variant());
        Feedback level = assignment.exercise().grading().feedback();
        List<String> told = new ArrayList<>(submission.problems());
        told.addAll(FeedbackText.of(graded, key, level));
        return new Result(Classroom.graded(graded, key, level), told);
    }
}
