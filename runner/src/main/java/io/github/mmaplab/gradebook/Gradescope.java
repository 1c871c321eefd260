package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.model.Feedback;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code results.json} of Gradescope for one student. Only tests have scores, because a score at the top would
 * override them. Nothing is hidden, because then students would not see their total.
 */
public final class Gradescope {
    private static final String PASSED = "passed";
    private static final String FAILED = "failed";

    private static final String LATE =
            "late: handed in after the due date; the settings in Gradescope decide what that costs";

    private final String exerciseHash;
    private final String toolVersion;

    /**
     * Writes results of an exercise.
     *
     * @param exerciseHash the SHA-256 of its file, in hexadecimal
     * @param toolVersion the version of mmaplab
     */
    public Gradescope(String exerciseHash, String toolVersion) {
        this.exerciseHash = exerciseHash;
        this.toolVersion = toolVersion;
    }

    /** The result of a graded prediction. A late one is marked, and Gradescope determines the penalty. */
    public String graded(Submission submission, Graded graded, AnswerKey key, Feedback level, boolean late) {
        List<Map<String, Object>> tests = new ArrayList<>();
        for (Part part : Part.of(graded, key, level)) {
            tests.add(test(part.name(), part.score(), part.worth(), part.full(), part.output()));
        }
        List<String> output = new ArrayList<>(submission.problems());
        output.add(Part.whole(graded, level));
        return result(output, tests, submission.code(), late);
    }

    /**
     * The result of a prediction that could not be graded: no points, and why.
     *
     * @param worth the maximum of points
     */
    public String refused(List<String> problems, BigDecimal worth, boolean late) {
        List<String> shown = FaultMessage.shown(problems);
        String why = String.join("\n", shown);
        return result(shown, List.of(test("prediction", BigDecimal.ZERO, worth, false, why)), "", late);
    }

    /**
     * The result if there is no other: no points, and whose fault that is.
     *
     * @param worth the maximum of points
     */
    public String broken(BigDecimal worth) {
        return result(
                List.of(FaultMessage.OURS),
                List.of(test("autograder", BigDecimal.ZERO, worth, false, FaultMessage.OURS)),
                "",
                false);
    }

    private static Map<String, Object> test(
            String name, BigDecimal score, BigDecimal worth, boolean full, String output) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("name", name);
        test.put("score", score);
        test.put("max_score", worth);
        test.put("status", full ? PASSED : FAILED);
        test.put("output", output);
        test.put("output_format", "text");
        return test;
    }

    private String result(List<String> output, List<Map<String, Object>> tests, String code, boolean late) {
        String text = String.join("\n", output).strip();
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("exercise_sha256", exerciseHash);
        extra.put("variant", code);
        extra.put("mmaplab", toolVersion);
        extra.put("late", late);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("output", late ? (LATE + "\n" + text).strip() : text);
        result.put("output_format", "text");
        result.put("test_output_format", "text");
        result.put("test_name_format", "text");
        result.put("visibility", "visible");
        result.put("tests", tests);
        result.put("extra_data", extra);
        return JsonText.pretty(result);
    }
}
