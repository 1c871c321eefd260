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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission as JSON on one line. What is read back is the same, and is graded the same: of how long answers were
 * written, only what is ever shown is kept.
 */
public final class SubmissionJson {
    private SubmissionJson() {}

    /**
     * What lines have in common whose submissions share a grade.
     *
     * @param answers the fields from {@code status} to {@code answers}
     * @param grade their grade
     */
    public record Shared(String answers, String grade) {
        /** That of a submission. */
        public static Shared of(Submission submission) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("status", submission.status().word());
            fields.put("code", submission.code());
            fields.put("variant", submission.variant().values());
            Map<String, Object> answers = new LinkedHashMap<>();
            submission.answers().forEach((question, answer) -> answers.put(question, AnswerJson.of(answer)));
            fields.put("answers", answers);
            String object = JsonText.line(fields);
            return new Shared(
                    object.substring(1, object.length() - 1),
                    submission.graded().map(GradedJson::of).map(JsonText::line).orElse("null"));
        }
    }

    /** The submission on one line, without a line break. */
    public static String write(Submission submission) {
        return write(submission, Shared.of(submission));
    }

    /** The submission on one line, with what is written of it already. */
    public static String write(Submission submission, Shared shared) {
        List<String> problems = submission.problems();
        return "{\"file\":" + JsonText.string(submission.file()) + ",\"sha256\":"
                + JsonText.string(submission.hash()) + ",\"submitted\":"
                + submission
                        .submitted()
                        .map(Instant::toString)
                        .map(JsonText::string)
                        .orElse("null")
                + ",\"student\":" + JsonText.string(submission.student()) + "," + shared.answers()
                + ",\"problems\":" + (problems.isEmpty() ? "[]" : JsonText.line(problems)) + ",\"grade\":"
                + shared.grade() + "}";
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
