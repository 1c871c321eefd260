package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Variant;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A submission as JSON on one line. What is read back is the same, and is graded the same: of how long answers were
 * written, only what is ever shown is kept.
 */
public final class SubmissionJson {
    private SubmissionJson() {}

    /** The submission on one line, without a line break. */
    public static String write(Submission submission) {
        return write(submission, SubmissionJson::grade);
    }

    /**
     * The submission on one line.
     *
     * @param grades what came of a prediction as {@link #grade} writes it, for those who have it written already
     */
    public static String write(Submission submission, Function<Graded, String> grades) {
        String head = JsonText.line(of(submission));
        return head.substring(0, head.length() - 1) + ",\"grade\":"
                + submission.graded().map(grades).orElse("null") + "}";
    }

    /** What came of a prediction, on one line. */
    public static String grade(Graded graded) {
        return JsonText.line(GradedJson.of(graded));
    }

    /**
     * The submission that a line is.
     *
     * @param where what messages call the line, such as {@code journal:12}
     * @throws JsonException if it is anything else, or only a part of one
     */
    public static Submission read(String where, String line) throws JsonException {
        return read(JsonText.object(where, line));
    }

    private static Map<String, Object> of(Submission submission) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", submission.file());
        object.put("sha256", submission.hash());
        object.put("submitted", submission.submitted().map(Instant::toString).orElse(null));
        object.put("student", submission.student());
        object.put("status", submission.status().word());
        object.put("code", submission.code());
        object.put("variant", submission.variant().values());
        Map<String, Object> answers = new LinkedHashMap<>();
        submission.answers().forEach((question, answer) -> answers.put(question, AnswerJson.of(answer)));
        object.put("answers", answers);
        object.put("problems", submission.problems());
        return object;
    }

    static Submission read(JsonFields fields) throws JsonException {
        Map<String, PredictedAnswer> answers = new LinkedHashMap<>();
        JsonFields given = fields.object("answers");
        for (String question : given.names()) {
            answers.put(question, AnswerJson.read(given, question, given.any(question)));
        }
        Optional<Graded> graded =
                fields.has("grade") ? Optional.of(GradedJson.read(fields.object("grade"))) : Optional.empty();
        return new Submission(
                fields.text("file"),
                fields.text("sha256"),
                submitted(fields),
                fields.text("student"),
                Words.find(fields, "status", Submission.Status.values(), Submission.Status::word),
                new Variant(fields.textMap("variant")),
                fields.text("code"),
                answers,
                graded,
                fields.texts("problems"));
    }

    private static Optional<Instant> submitted(JsonFields fields) throws JsonException {
        try {
            return fields.optionalText("submitted").map(Instant::parse);
        } catch (DateTimeException e) {
            throw fields.problem("`submitted` must be a date and time, such as 2026-10-01T12:00:00Z");
        }
    }
}
