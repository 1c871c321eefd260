package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.AnswerKey;
import io.github.mmaplab.exercise.grade.FeedbackText;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.model.Feedback;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The result that a grader hands to the reporter of GitHub Classroom. The reporter records the sum of the scores of all
 * tests, and shows the share of tests that pass: the two agree only if every test earns the same. So a test here is a unit
 * of points, the largest that all questions, and what follows through, are whole numbers of.
 */
public final class Classroom {
    /** More tests than this nobody reads: then each is a hundredth of the points. */
    private static final int MOST_TESTS = 100;

    private final List<Map<String, Object>> tests = new ArrayList<>();
    private final BigFraction unit;
    private boolean allPass = true;

    private Classroom(BigFraction unit) {
        this.unit = unit;
    }

    /** The result of a prediction that was graded, as JSON. */
    public static String graded(Graded graded, AnswerKey key, Feedback level) {
        BigFraction worth = Points.exact(graded.worth());
        BigFraction unit = unit(graded);
        boolean fine =
                unit.compareTo(BigFraction.ZERO) > 0 && worth.divide(unit).compareTo(BigFraction.of(MOST_TESTS)) <= 0;
        Classroom result = new Classroom(fine ? unit : worth.divide(MOST_TESTS));
        if (worth.compareTo(BigFraction.ZERO) == 0) {
            result.test("points", true, "");
        } else if (!fine || !level.tells(Feedback.PARTS)) {
            result.units("point unit", graded.earned(), worth, "");
        } else {
            for (QuestionGrade grade : graded.questions()) {
                String about = String.join("\n", FeedbackText.about(grade, key, level));
                result.units(grade.question(), grade.earned(), Points.exact(grade.worth()), about);
            }
        }
        return result.json(graded.worth(), result.allPass ? "pass" : "fail");
    }

    /** The result of what could not be graded, as JSON. */
    public static String refused(List<String> problems, BigDecimal worth) {
        Classroom result = new Classroom(BigFraction.ZERO);
        result.test("prediction", false, String.join("\n", problems));
        return result.json(worth, "error");
    }

    /** The line for the file that {@code GITHUB_OUTPUT} names. */
    public static String line(String json) {
        return "result=" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /** The greatest number that everything worth or earned is a multiple of; 0 if all is worth nothing. */
    private static BigFraction unit(Graded graded) {
        BigInteger top = BigInteger.ZERO;
        BigInteger bottom = BigInteger.ONE;
        for (QuestionGrade grade : graded.questions()) {
            for (BigFraction points : List.of(Points.exact(grade.worth()), grade.earned())) {
                BigInteger divisor = points.getDenominator();
                BigInteger common = bottom.multiply(divisor).divide(bottom.gcd(divisor));
                top = top.multiply(common.divide(bottom))
                        .gcd(points.getNumerator().multiply(common.divide(divisor)));
                bottom = common;
            }
        }
        return BigFraction.of(top, bottom);
    }

    private void units(String name, BigFraction earned, BigFraction worth, String about) {
        int all = worth.divide(unit).intValue();
        int passed = earned.divide(unit).intValue();
        for (int i = 1; i <= all; i++) {
            test(all == 1 ? name : name + " " + i + " of " + all, i <= passed, i == 1 ? about : "");
        }
    }

    private void test(String name, boolean passes, String message) {
        allPass &= passes;
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("name", name);
        test.put("status", passes ? "pass" : "fail");
        test.put("score", passes ? decimal(unit) : BigDecimal.ZERO);
        test.put("message", message);
        test.put("test_code", "");
        test.put("filename", "");
        test.put("line_no", 0);
        test.put("duration", 0);
        tests.add(test);
    }

    private static BigDecimal decimal(BigFraction number) {
        return new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()));
    }

    private String json(BigDecimal worth, String status) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("version", 1);
        result.put("status", status);
        result.put("max_score", worth);
        result.put("tests", tests);
        return JsonText.line(result);
    }
}
