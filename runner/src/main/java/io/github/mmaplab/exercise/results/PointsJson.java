package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** Points: rounded for those who read them, and exact beside it as a fraction, {@code 2/3}, for those who go on counting. */
final class PointsJson {
    private static final Pattern FRACTION = Pattern.compile("(-?[0-9]{1,400})(?:/([0-9]{1,400}))?");

    private PointsJson() {}

    /** Writes both into an object. */
    static void put(Map<String, Object> object, BigFraction points) {
        object.put("earned", Points.rounded(points));
        object.put("exact", exact(points));
    }

    /** An object of both, on one line. */
    static String line(BigFraction points) {
        return "{\"earned\":" + Points.rounded(points).toPlainString() + ",\"exact\":\"" + exact(points) + "\"}";
    }

    private static String exact(BigFraction points) {
        BigInteger denominator = points.getDenominator();
        return denominator.equals(BigInteger.ONE)
                ? points.getNumerator().toString()
                : points.getNumerator() + "/" + denominator;
    }

    /** The exact points of an object. */
    static BigFraction read(JsonFields fields) throws JsonException {
        Matcher fraction = FRACTION.matcher(fields.text("exact"));
        if (!fraction.matches()) {
            throw fields.problem("`exact` must be points as a fraction, such as 2/3");
        }
        BigInteger numerator = new BigInteger(fraction.group(1));
        BigInteger denominator = fraction.group(2) == null ? BigInteger.ONE : new BigInteger(fraction.group(2));
        if (denominator.signum() == 0) {
            throw fields.problem("`exact` must be points as a fraction, such as 2/3, with a denominator other than 0");
        }
        return BigFraction.of(numerator, denominator);
    }
}
