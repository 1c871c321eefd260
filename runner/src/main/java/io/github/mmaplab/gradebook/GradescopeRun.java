package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.scenario.model.Question;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Grades what stands in Gradescope's folder, and makes of whatever is there a result that Gradescope shows. */
public final class GradescopeRun {
    private final Assignment assignment;
    private final Roster roster;
    private final Gradescope gradescope;

    /**
     * A run.
     *
     * @param roster who is in which group; may be empty
     * @param tool the version of mmaplab
     */
    public GradescopeRun(Assignment assignment, Roster roster, String tool) {
        this.assignment = assignment;
        this.roster = roster;
        this.gradescope = new Gradescope(assignment.hash(), tool);
    }

    /**
     * The text of {@code results.json}.
     *
     * @param folder Gradescope's, with {@code submission} and {@code submission_metadata.json} in it
     */
    public String grade(Path folder) {
        boolean late = false;
        try {
            GradescopeMetadata metadata =
                    GradescopeMetadata.read(Files.readAllBytes(folder.resolve("submission_metadata.json")));
            late = metadata.late();
            return grade(folder.resolve("submission"), metadata);
        } catch (JsonException e) {
            return gradescope.refused(List.of(String.valueOf(e.getMessage())), worth(), late);
        } catch (IOException e) {
            return gradescope.refused(List.of("the submission can't be read: " + e.getMessage()), worth(), late);
        }
    }

    private String grade(Path submitted, GradescopeMetadata metadata) throws IOException {
        List<Path> files = predictions(submitted);
        if (files.size() != 1) {
            String found = files.isEmpty() ? "there is no YAML file" : "there are " + files.size() + " YAML files";
            return refused(List.of(found + " in what was handed in: hand in the one prediction file"), metadata);
        }
        Path file = files.get(0);
        Submission submission = new SubmissionGrader(assignment, roster)
                .grade(file, String.valueOf(file.getFileName()), Optional.of(metadata.created()));
        if (submission.graded().isEmpty()) {
            return refused(submission.problems(), metadata);
        }
        if (!metadata.isOf(submission.student())) {
            return refused(
                    List.of("the file says that it is `" + submission.student() + "`'s, and you are "
                            + String.join(" or ", metadata.owner()) + ": hand in the file that came with your sheet"),
                    metadata);
        }
        return gradescope.graded(
                submission,
                submission.graded().get(),
                assignment.key(submission.variant()),
                assignment.exercise().grading().feedback(),
                metadata.late());
    }

    /** The YAML files; links are not followed, for they may lead to the secret. */
    private static List<Path> predictions(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    private String refused(List<String> problems, GradescopeMetadata metadata) {
        return gradescope.refused(problems, worth(), metadata.late());
    }

    private BigDecimal worth() {
        return assignment.story(assignment.variant(0)).questions().stream()
                .map(Question::info)
                .map(info -> info.points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
