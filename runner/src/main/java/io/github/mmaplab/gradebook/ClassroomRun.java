package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.roster.Roster;
import java.nio.file.Path;
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
     * The result, as JSON.
     *
     * @param place a prediction, or the folder of a repository
     * @param owner whose repository it is
     */
    public String grade(Path place, Owner owner) {
        HandedIn handedIn = HandedIn.at(place, new SubmissionGrader(assignment, roster), Optional.empty(), owner);
        return handedIn.fold(
                (submission, graded) -> Classroom.graded(
                        graded,
                        assignment.key(submission.variant()),
                        assignment.exercise().grading().feedback()),
                problems -> Classroom.refused(problems, assignment.worth()));
    }
}
