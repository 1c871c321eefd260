package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.model.Feedback;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** The {@code results.json} of PrairieLearn's external grader for one submission. */
public final class PrairieLearn {
    /** A share needs more decimals than points: a third of three points is one point. */
    private static final int DECIMALS = 6;

    private PrairieLearn() {}

    /**
     * The result of a graded prediction.
     *
     * @param problems what is wrong with the file, a line each; untrusted
     */
    public static String graded(List<String> problems, Graded graded, AnswerKey key, Feedback level) {
        List<Map<String, Object>> tests = new ArrayList<>();
        for (Part part : Part.of(graded, key, level)) {
            Map<String, Object> test = new LinkedHashMap<>();
            test.put("name", part.name());
            test.put("points", part.score());
            test.put("max_points", part.worth());
            test.put("output", part.output());
            tests.add(test);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("gradable", true);
        result.put("score", share(graded));
        List<String> output = new ArrayList<>(FaultMessage.shown(problems));
        output.add(Part.whole(graded, level));
        result.put("output", String.join("\n", output).strip());
        result.put("tests", tests);
        return JsonText.pretty(result);
    }

    private static BigDecimal share(Graded graded) {
        BigFraction worth = Points.exact(graded.worth());
        return worth.compareTo(BigFraction.ZERO) == 0
                ? BigDecimal.ONE
                : graded.earned().divide(worth).bigDecimalValue(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The result if there is no other: it costs no attempt, and says whose fault that is. */
    public static String broken() {
        return refused(List.of(FaultMessage.OURS));
    }

    /** The result of a prediction that can't be graded: it costs the student no attempt. */
    public static String refused(List<String> problems) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("gradable", false);
        result.put("format_errors", FaultMessage.shown(problems));
        return JsonText.pretty(result);
    }
}
