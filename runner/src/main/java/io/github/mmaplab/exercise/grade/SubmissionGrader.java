package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Sha256;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.exercise.roster.StudentId;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Prediction;
import io.github.mmaplab.scenario.model.Variant;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Grades files, whatever is in them. Safe for use by several threads. */
public final class SubmissionGrader {
    /** The maximum number of different sets of answers that are remembered. */
    private static final int MOST_KNOWN = 1 << 13;

    private final Assignment assignment;
    private final Roster roster;
    private final int pageSize;
    /** The grades of answers to a variant: many students give the same ones. */
    private final Map<List<String>, Graded> known = new ConcurrentHashMap<>();

    /**
     * A grader of an exercise.
     *
     * @param roster who is in which group; students who are not in it have a variant of their own
     */
    public SubmissionGrader(Assignment assignment, Roster roster) {
        this.assignment = assignment;
        this.roster = roster;
        this.pageSize = assignment.key(assignment.variant(0)).scenario().pageSize();
    }

    /** Decides whether the file of a student is graded at all. */
    @FunctionalInterface
    public interface Admission {
        /** All are. */
        Admission ALL = student -> Optional.empty();

        /**
         * Why the file is not graded; empty if it is.
         *
         * @param student whose the file says it is, in the normal form of ids
         */
        Optional<String> refusal(String student);
    }

    /**
     * The grade of a file.
     *
     * @param name what reports call it
     * @param submitted when it was handed in, if that is known
     */
    public Submission grade(Path path, String name, Optional<Instant> submitted) {
        return grade(path, name, submitted, Admission.ALL);
    }

    /**
     * The grade of a file, if it is that of an admitted student: about any other nothing is said that depends on the variant,
     * because another student may hand it in.
     */
    public Submission grade(Path path, String name, Optional<Instant> submitted, Admission admission) {
        return grade(name, InputFiles.prediction(path, name, pageSize), submitted, admission);
    }

    /** The grade of the bytes of a file; otherwise as {@link #grade(Path, String, Optional)}. */
    public Submission grade(byte[] bytes, String name, Optional<Instant> submitted) {
        return grade(name, PredictionReader.read(name, bytes, pageSize), submitted, Admission.ALL);
    }

    private Submission grade(
            String name, PredictionReader.Result read, Optional<Instant> submitted, Admission admission) {
        String hash = Sha256.of(read.bytes());
        if (read.prediction().isEmpty()) {
            return refused(name, hash, submitted, "", Submission.Status.UNREADABLE, lines(read.diagnostics()));
        }
        Prediction prediction = read.prediction().get();
        String student = StudentId.normalized(prediction.student().name());
        Optional<String> problem = student.isEmpty() ? Optional.of("is empty") : StudentId.problem(student);
        if (problem.isPresent()) {
            String line = prediction.student().span() + ": the id after `student:` " + problem.get()
                    + ": write the id that the sheet shows";
            return refused(name, hash, submitted, "", Submission.Status.UNREADABLE, List.of(line));
        }
        if (!prediction.exercise().name().equals(assignment.id())) {
            String line = prediction.exercise().span() + ": this prediction is for the exercise `"
                    + prediction.exercise().name() + "`, not for `" + assignment.id() + "`";
            return refused(name, hash, submitted, student, Submission.Status.WRONG_EXERCISE, List.of(line));
        }
        Optional<String> refusal = admission.refusal(student);
        if (refusal.isPresent()) {
            String line = prediction.student().span() + ": " + refusal.get();
            return refused(name, hash, submitted, student, Submission.Status.WRONG_STUDENT, List.of(line));
        }
        return grade(name, hash, submitted, student, prediction, lines(read.diagnostics()));
    }

    private Submission grade(
            String name,
            String hash,
            Optional<Instant> submitted,
            String student,
            Prediction prediction,
            List<String> ofLines) {
        Variant variant =
                assignment.variantOf(roster.find(student).map(Student::subject).orElse(student));
        String code = assignment.codeOf(variant);
        AnswerKey key = assignment.key(variant);
        Optional<String> problem = variantProblem(prediction, student, code);
        if (problem.isPresent()) {
            key.requireSound();
            return refused(name, hash, submitted, student, Submission.Status.WRONG_VARIANT, List.of(problem.get()));
        }
        Set<String> asked = new LinkedHashSet<>();
        key.scenario().questions().forEach(question -> asked.add(question.info().name()));
        Map<String, PredictedAnswer> answers = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>(ofLines);
        for (Prediction.Entry entry : prediction.answers()) {
            String question = entry.question().name();
            if (asked.contains(question)) {
                answers.put(question, entry.answer());
            } else {
                String nearest = Suggestions.nearest(question, asked);
                problems.add(entry.question().span() + ": the exercise has no question `" + question + "`"
                        + (nearest == null ? "" : ": " + Suggestions.didYouMean(nearest)));
            }
        }
        return new Submission(
                name,
                hash,
                submitted,
                student,
                Submission.Status.GRADED,
                variant,
                code,
                answers,
                Optional.of(graded(code, key, answers)),
                problems);
    }

    /**
     * Why a prediction is not for the variant of its student; empty if it is. The right code is never shown, because
     * another student may have written the file.
     */
    private Optional<String> variantProblem(Prediction prediction, String student, String code) {
        if (prediction.variant().isEmpty()) {
            return assignment.exercise().parameters().isEmpty()
                    ? Optional.empty()
                    : Optional.of(prediction.student().span() + ": there is no `variant:`, and the exercise varies:"
                            + " copy the line `variant: CODE` from the sheet");
        }
        String written = prediction.variant().get().name();
        return written.strip().equals(code)
                ? Optional.empty()
                : Optional.of(prediction.variant().get().span() + ": this prediction is for the variant `" + written
                        + "`, which is not the variant of `" + student
                        + "`: it belongs to another student's sheet, or to another variant secret");
    }

    private Graded graded(String code, AnswerKey key, Map<String, PredictedAnswer> answers) {
        List<String> same = new ArrayList<>(1 + 2 * answers.size());
        same.add(code);
        answers.forEach((question, answer) -> {
            same.add(question);
            same.add(
                    answer instanceof PredictedAnswer.Text text
                            ? text.text() + '\0' + text.span().text()
                            : answer.getClass().getSimpleName()
                                    + '\0'
                                    + answer.span().text());
        });
        Graded found = known.get(same);
        if (found == null) {
            found = Grader.grade(key, assignment.exercise().grading(), answers);
            if (known.size() < MOST_KNOWN) {
                known.put(same, found);
            }
        }
        return found;
    }

    /**
     * A submission graded again, from what was answered then, by the key of the variant that it was for then: the exercise
     * may draw other ones now.
     *
     * @return as it was, if it could not be graded then
     */
    public Submission again(Submission then) {
        if (then.status() != Submission.Status.GRADED) {
            return then;
        }
        Variant variant = then.variant();
        String code = assignment.codeOf(variant);
        return new Submission(
                then.file(),
                then.hash(),
                then.submitted(),
                then.student(),
                then.status(),
                variant,
                code,
                then.answers(),
                Optional.of(graded(code, assignment.key(variant), then.answers())),
                then.problems());
    }

    private static List<String> lines(List<Diagnostic> diagnostics) {
        List<String> lines = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            lines.add(diagnostic
                    + (diagnostic.hints().isEmpty()
                            ? ""
                            : ": " + diagnostic.hints().get(0)));
        }
        return lines;
    }

    private static Submission refused(
            String name,
            String hash,
            Optional<Instant> submitted,
            String student,
            Submission.Status status,
            List<String> problems) {
        return new Submission(
                name, hash, submitted, student, status, Variant.ONLY, "", Map.of(), Optional.empty(), problems);
    }
}
