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
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The result that a grader hands to the reporter of GitHub Classroom. The reporter records the sum of the scores of all
 * tests, and shows the share of tests that pass: the two agree only if every test earns the same. So a test here is a unit
 * of points, the largest that all questions, and what follows through, are whole numbers of. Where those would be too many
 * tests to read, the units are those of the whole, and where even they are too many, what is recorded is right to the last
 * bit, and what is shown is less by under a hundredth of all points.
 */
public final class Classroom {
    /** More tests than this nobody reads. */
    private static final int MOST_TESTS = 100;

    private static final String PASS = "pass";
    private static final String FAIL = "fail";
    private static final String ERROR = "error";

    private final List<Map<String, Object>> tests = new ArrayList<>();
    private final BigFraction unit;
    private boolean allPass = true;

    private Classroom(BigFraction unit) {
        this.unit = unit;
    }

    /** The result of a prediction that was graded, as JSON. */
    public static String graded(Graded graded, AnswerKey key, Feedback level) {
        BigFraction worth = Points.exact(graded.worth());
        if (worth.compareTo(BigFraction.ZERO) == 0) {
            return nothingToEarn();
        }
        BigFraction unit = unit(graded.questions().stream()
                .flatMap(grade -> Stream.of(Points.exact(grade.worth()), grade.earned()))
                .toList());
        Classroom result;
        if (level.tells(Feedback.PARTS) && isFine(unit, worth)) {
            result = new Classroom(unit);
            for (QuestionGrade grade : graded.questions()) {
                String about = String.join("\n", FeedbackText.about(grade, key, level));
                result.units(grade.question(), grade.earned(), Points.exact(grade.worth()), about);
            }
        } else {
            BigFraction ofWhole = unit(List.of(worth, graded.earned()));
            result = new Classroom(isFine(ofWhole, worth) ? ofWhole : worth.divide(MOST_TESTS));
            String about = String.join("\n", FeedbackText.of(graded, key, level));
            result.units("point unit", graded.earned(), worth, about);
        }
        return result.json(graded.worth(), result.allPass ? PASS : FAIL);
    }

    /** Exercises may be for practice alone: a score of nothing would be no number to the reporter. */
    private static String nothingToEarn() {
        Classroom result = new Classroom(BigFraction.ZERO);
        result.test("points", PASS, BigFraction.ZERO, "");
        return result.json(BigDecimal.ZERO, PASS);
    }

    private static boolean isFine(BigFraction unit, BigFraction worth) {
        return worth.divide(unit).compareTo(BigFraction.of(MOST_TESTS)) <= 0;
    }

    /** The result of what could not be graded, as JSON. */
    public static String refused(List<String> problems, BigDecimal worth) {
        Classroom result = new Classroom(BigFraction.ZERO);
        // of a test that merely fails the reporter shows no message
        result.test("prediction", ERROR, BigFraction.ZERO, String.join("\n", Fault.shown(problems)));
        return result.json(worth, ERROR);
    }

    /**
     * The result in case that there is no other, as JSON: no points, and whose fault that is.
     *
     * @param worth the most points there are
     */
    public static String broken(BigDecimal worth) {
        return refused(List.of(Fault.OURS), worth);
    }

    /** The line for the file that {@code GITHUB_OUTPUT} names. */
    public static String line(String json) {
        return "result=" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /** The greatest number that all are multiples of; not all are 0. */
    private static BigFraction unit(List<BigFraction> numbers) {
        BigInteger top = BigInteger.ZERO;
        BigInteger bottom = BigInteger.ONE;
        for (BigFraction number : numbers) {
            BigInteger divisor = number.getDenominator();
            BigInteger common = bottom.multiply(divisor).divide(bottom.gcd(divisor));
            top = top.multiply(common.divide(bottom)).gcd(number.getNumerator().multiply(common.divide(divisor)));
            bottom = common;
        }
        return BigFraction.of(top, bottom);
    }

    /** As many units as there are to earn; what is earned and less than one goes to the first that does not pass. */
    private void units(String name, BigFraction earned, BigFraction worth, String about) {
        int all = worth.divide(unit).intValue();
        int passed = earned.divide(unit).intValue();
        BigFraction rest = earned.subtract(unit.multiply(passed));
        for (int i = 1; i <= all; i++) {
            BigFraction score = i <= passed ? unit : i == passed + 1 ? rest : BigFraction.ZERO;
            String unitName = all == 1 ? name : name + " " + i + " of " + all;
            test(unitName, i <= passed ? PASS : FAIL, score, i == 1 ? about : "");
        }
    }

    private void test(String name, String status, BigFraction score, String message) {
        allPass &= status.equals(PASS);
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("name", name);
        test.put("status", status);
        test.put("score", decimal(score));
        test.put("message", Fault.shown(message));
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
