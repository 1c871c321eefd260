package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Grades the content of PrairieLearn's folder. There is always a result that PrairieLearn shows. */
public final class PrairieLearnRun {
    private final Assignment assignment;
    private final Roster roster;

    /**
     * A run.
     *
     * @param roster the groups; may be empty
     */
    public PrairieLearnRun(Assignment assignment, Roster roster) {
        this.assignment = assignment;
        this.roster = roster;
    }

    /** The text of {@code results.json} if the exercise can't be graded: it costs no attempt. */
    public static String unsound() {
        return PrairieLearn.refused(List.of(FaultMessage.UNSOUND));
    }

    /**
     * The text of {@code results.json}. The question names the student whose sheet it shows, in {@code params.student}.
     *
     * @param folder PrairieLearn's folder, with {@code data/data.json} and {@code student} in it
     */
    public String grade(Path folder) {
        Owner owner;
        try {
            JsonFields data = JsonText.object("data.json", Files.readAllBytes(folder.resolve("data/data.json")));
            JsonFields params = data.object("params");
            owner = Owner.known(List.of(params.text("student")));
            if (owner.names().isEmpty()) {
                throw params.problem("`student` is empty");
            }
        } catch (IOException e) {
            return PrairieLearn.refused(List.of(
                    "the student of this sheet is unknown: " + e.getMessage(),
                    "the server.py of the question must set `params.student`: tell your instructor"));
        }
        HandedIn handedIn = HandedIn.at(
                folder.resolve("student"), new SubmissionGrader(assignment, roster), Optional.empty(), owner);
        return handedIn.fold(
                (submission, graded) -> isEmpty(graded)
                        ? PrairieLearn.refused(
                                List.of("there are no answers yet: write them into the file, and save it"))
                        : PrairieLearn.graded(
                                submission.problems(),
                                graded,
                                assignment.key(submission.variant()),
                                assignment.exercise().grading().feedback()),
                PrairieLearn::refused);
    }

    /** Whether the file is as it came with the sheet. Missing input is not graded, and costs no attempt. */
    private static boolean isEmpty(Graded graded) {
        return graded.questions().stream().allMatch(grade -> grade.mark() == Mark.UNANSWERED);
    }
}
