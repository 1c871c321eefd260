package io.github.mmaplab.exercise.classroom;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The correlation of two quantities, exact up to its last step. It keeps how often each pair came: points are few different
 * numbers, however many students there are.
 */
final class Correlation {
    private final Map<Pair, Integer> counts = new HashMap<>();

    private record Pair(BigFraction x, BigFraction y) {}

    void add(BigFraction x, BigFraction y, int times) {
        counts.merge(new Pair(x, y), times, Integer::sum);
    }

    /** Pearson's r; absent, where one of the two is always the same. */
    OptionalDouble pearson() {
        BigFraction n = BigFraction.ZERO;
        BigFraction sumX = BigFraction.ZERO;
        BigFraction sumY = BigFraction.ZERO;
        BigFraction squaresX = BigFraction.ZERO;
        BigFraction squaresY = BigFraction.ZERO;
        BigFraction products = BigFraction.ZERO;
        for (Map.Entry<Pair, Integer> each : counts.entrySet()) {
            BigFraction x = each.getKey().x();
            BigFraction y = each.getKey().y();
            BigFraction times = BigFraction.of(each.getValue());
            n = n.add(times);
            sumX = sumX.add(x.multiply(times));
            sumY = sumY.add(y.multiply(times));
            squaresX = squaresX.add(x.multiply(x).multiply(times));
            squaresY = squaresY.add(y.multiply(y).multiply(times));
            products = products.add(x.multiply(y).multiply(times));
        }
        BigFraction spreadX = n.multiply(squaresX).subtract(sumX.multiply(sumX));
        BigFraction spreadY = n.multiply(squaresY).subtract(sumY.multiply(sumY));
        if (spreadX.signum() == 0 || spreadY.signum() == 0) {
            return OptionalDouble.empty();
        }
        BigFraction together = n.multiply(products).subtract(sumX.multiply(sumY));
        // r squared is a fraction, never above 1: only the root and the rounding are left to floating point.
        BigFraction squared = together.multiply(together).divide(spreadX.multiply(spreadY));
        return OptionalDouble.of(together.signum() * Math.sqrt(squared.doubleValue()));
    }
}
