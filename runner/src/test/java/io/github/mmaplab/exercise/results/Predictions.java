package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantSecret;
import io.github.mmaplab.exercise.grade.Grader;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Prediction;
import io.github.mmaplab.scenario.model.Variant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Submissions of students to an exercise, graded. */
public final class Predictions {
    /** An exercise with a private mapping, a fork and a store. */
    public static final String FORK = """
            exercise: Fork and private mappings
            about: A parent maps a file privately, forks, and the child writes.
            vary:
              word: [HELLO, WORLD, PAGES]
              writer: [parent, child]
            grading: { feedback: why, follow-through: 0.5 }
            files: { data.txt: hello }
            processes:
              parent:
                p: { file: data.txt, sharing: private }
            steps:
              - fork: { parent: child }
              - write: { <writer>.p: <word> }
              - ask:
                  parent-sees: parent.p
                  child-sees:  { content-of: child.p, points: 0.3 }
                  one-page:    { same-page: [parent.p, child.p] }
                  in-the-file: data.txt
            """;

    private Predictions() {}

    /** An exercise to hand out, under the name {@code fork-private} with a secret. */
    public static Assignment assignment(String yaml) {
        ExerciseReader.Result read =
                ExerciseReader.read("fork-private.exercise.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        if (read.exercise().isEmpty()) {
            throw new IllegalArgumentException(read.diagnostics().toString());
        }
        return Assignment.of("fork-private.exercise.yaml", read, VariantSecret.of("a secret"));
    }

    /** What a student hands in, graded; {@code answers} as in a prediction, a line each. */
    public static Submission submission(Assignment assignment, String student, String answers) {
        String yaml = "exercise: fork-private\nstudent: " + student + "\nanswers:\n" + answers.indent(2);
        Prediction prediction = PredictionReader.read("p.yaml", yaml.getBytes(StandardCharsets.UTF_8), 4096)
                .prediction()
                .orElseThrow();
        Map<String, PredictedAnswer> given = new LinkedHashMap<>();
        prediction.answers().forEach(entry -> given.put(entry.question().name(), entry.answer()));
        Variant variant = assignment.variantOf(student);
        return new Submission(
                student + ".prediction.yaml",
                "00ff",
                Optional.of(Instant.parse("2026-10-01T12:00:00.125Z")),
                student,
                Submission.Status.GRADED,
                variant,
                assignment.codeOf(variant),
                given,
                Optional.of(Grader.grade(
                        assignment.key(variant), assignment.exercise().grading(), given)),
                List.of());
    }

    /** A student with one submission, which counts. */
    public static StudentGrade student(Submission submission) {
        return new StudentGrade(
                submission.student(),
                "",
                "",
                StudentGrade.Standing.GRADED,
                Optional.of(submission),
                List.of(),
                StudentGrade.Lateness.NONE);
    }

    /** A student who handed in nothing. */
    public static StudentGrade missing(String student) {
        return new StudentGrade(
                student,
                "Jos\u00e9 \"J\" <b>",
                "g1",
                StudentGrade.Standing.MISSING,
                Optional.empty(),
                List.of(),
                StudentGrade.Lateness.NONE);
    }
}
