package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.model.Feedback;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code result.json} of Classroom 50 for one submission, as in its contract {@code classroom50/result/v1}. Its
 * scores are whole numbers, so they are hundredths of points.
 */
public final class Classroom50 implements GradeFormat {
    private static final String SCHEMA = "classroom50/result/v1";
    private static final BigDecimal SCALE = new BigDecimal(100);

    private final Run run;
    private final BigDecimal worth;
    private final Instant now;

    /**
     * What the runner of Classroom 50 says about a submission, in variables of these names.
     *
     * @param owner the owner of the repository
     */
    public record Run(
            String classroom,
            String assignment,
            String assignmentType,
            String owner,
            String submission,
            String commit,
            String release,
            String review) {}

    /**
     * Writes the result of a submission.
     *
     * @param worth the maximum of points
     * @param now the time of grading, which Classroom 50 replaces by that of the commit
     */
    public Classroom50(Run run, BigDecimal worth, Instant now) {
        this.run = run;
        this.worth = worth;
        this.now = now;
    }

    @Override
    public String graded(Submission submission, Graded graded, AnswerKey key, Feedback level) {
        List<Map<String, Object>> tests = new ArrayList<>();
        for (Part part : Part.of(graded, key, level)) {
            tests.add(test(part.name(), part.full(), part.score(), part.worth(), part.output()));
        }
        return result(Points.rounded(graded.earned()), Points.rounded(Points.exact(graded.worth())), tests);
    }

    @Override
    public String refused(List<String> problems) {
        String why = String.join("\n", FaultMessage.shown(problems));
        BigDecimal most = Points.rounded(Points.exact(worth));
        return result(BigDecimal.ZERO, most, List.of(test("prediction", false, BigDecimal.ZERO, most, why)));
    }

    private static Map<String, Object> test(
            String name, boolean passed, BigDecimal score, BigDecimal most, String output) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("test-name", name);
        test.put("passed", passed);
        // if points have more than two decimals, a score may be rounded up and its maximum down
        test.put("score", hundredths(score.min(most)));
        test.put("max-score", hundredths(most));
        test.put("output", output);
        return test;
    }

    private static long hundredths(BigDecimal points) {
        return points.multiply(SCALE).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }

    private String result(BigDecimal score, BigDecimal most, List<Map<String, Object>> tests) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("schema", SCHEMA);
        result.put("classroom", run.classroom());
        result.put("assignment", run.assignment());
        result.put("assignment_type", run.assignmentType());
        result.put("owner", run.owner());
        result.put("submission", run.submission());
        result.put("commit", run.commit());
        result.put("release", run.release());
        result.put("review", run.review());
        result.put("datetime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        result.put("score", hundredths(score));
        result.put("max-score", hundredths(most));
        result.put("tests", tests);
        return JsonText.pretty(result);
    }
}
