package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Grades the content of Gradescope's folder. There is always a result that Gradescope shows. */
public final class GradescopeRun {
    private final Assignment assignment;
    private final Roster roster;
    private final Gradescope gradescope;

    /**
     * A run.
     *
     * @param roster the groups; may be empty
     * @param tool the version of mmaplab
     */
    public GradescopeRun(Assignment assignment, Roster roster, String tool) {
        this.assignment = assignment;
        this.roster = roster;
        this.gradescope = new Gradescope(assignment.hash(), tool);
    }

    /** The text of {@code results.json} if the exercise can't be graded: no points, and whose fault that is. */
    public String unsound() {
        return gradescope.refused(List.of(FaultMessage.UNSOUND), assignment.worth(), false);
    }

    /**
     * The text of {@code results.json}.
     *
     * @param folder Gradescope's folder, with {@code submission} and {@code submission_metadata.json} in it
     */
    public String grade(Path folder) {
        GradescopeMetadata metadata;
        try {
            metadata = GradescopeMetadata.read(Files.readAllBytes(folder.resolve("submission_metadata.json")));
        } catch (JsonException e) {
            return gradescope.refused(List.of(String.valueOf(e.getMessage())), assignment.worth(), false);
        } catch (IOException e) {
            String why = "the submission can't be read: " + e.getMessage();
            return gradescope.refused(List.of(why), assignment.worth(), false);
        }
        HandedIn handedIn = HandedIn.at(
                folder.resolve("submission"),
                new SubmissionGrader(assignment, roster),
                Optional.of(metadata.created()),
                metadata.owner());
        return handedIn.fold(
                (submission, graded) -> gradescope.graded(
                        submission,
                        graded,
                        assignment.key(submission.variant()),
                        assignment.exercise().grading().feedback(),
                        metadata.late()),
                problems -> gradescope.refused(problems, assignment.worth(), metadata.late()));
    }
}
