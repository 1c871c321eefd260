package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.scenario.PredictionReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The single prediction that a platform has of a student: graded, or why it is not. */
final class HandedIn {
    private final Optional<Submission> submission;
    private final List<String> problems;

    private HandedIn(Optional<Submission> submission, List<String> problems) {
        this.submission = submission;
        this.problems = problems;
    }

    /**
     * Grades the prediction at a place.
     *
     * @param place a prediction, or a folder with one
     * @param submitted when it was submitted, if that is known
     * @param owner the student it must belong to
     */
    static HandedIn at(Path place, SubmissionGrader grader, Optional<Instant> submitted, Owner owner) {
        List<Path> files;
        try {
            files = Files.isDirectory(place) ? predictions(place) : List.of(place);
        } catch (IOException e) {
            return refused("the submission can't be read: " + e.getMessage());
        }
        if (files.size() != 1) {
            String found = files.isEmpty() ? "there is no YAML file" : "there are " + files.size() + " YAML files";
            return refused(found + " in the submission: hand in one prediction file");
        }
        Path file = files.get(0);
        Submission submission = grader.grade(file, String.valueOf(file.getFileName()), submitted, owner::problem);
        return new HandedIn(
                Optional.of(submission).filter(graded -> graded.graded().isPresent()), submission.problems());
    }

    private static HandedIn refused(String problem) {
        return new HandedIn(Optional.empty(), List.of(problem));
    }

    /** The result for a graded prediction, or for its problems. */
    <R> R fold(BiFunction<Submission, Graded, R> graded, Function<List<String>, R> refused) {
        return submission.isPresent() && submission.get().graded().isPresent()
                ? graded.apply(submission.get(), submission.get().graded().get())
                : refused.apply(problems);
    }

    /**
     * The predictions by their names, otherwise all YAML files. Links are not followed, because they may lead to the
     * secret. Hidden files are not by the student: the workflow of a repository, and what a Mac adds to archives.
     */
    private static List<Path> predictions(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(folder) && isHidden(directory)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = String.valueOf(file.getFileName());
                if (attributes.isRegularFile()
                        && !isHidden(file)
                        && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        List<Path> named = files.stream()
                .filter(file -> String.valueOf(file.getFileName()).endsWith(PredictionReader.ENDING))
                .toList();
        return named.isEmpty() ? files : named;
    }

    private static boolean isHidden(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.equals("__MACOSX");
    }
}
