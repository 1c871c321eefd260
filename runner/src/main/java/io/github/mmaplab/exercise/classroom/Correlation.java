package io.github.mmaplab.exercise.classroom;

import java.util.OptionalDouble;

/** The correlation of two quantities, one pair after the other (Welford's way, which keeps its precision). */
final class Correlation {
    private long count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    void add(double x, double y) {
        count++;
        double beforeX = x - meanX;
        double beforeY = y - meanY;
        meanX += beforeX / count;
        meanY += beforeY / count;
        squaresX += beforeX * (x - meanX);
        squaresY += beforeY * (y - meanY);
        products += beforeX * (y - meanY);
    }

    /** Pearson's r; absent, where one of the two is always the same. */
    OptionalDouble pearson() {
        double scale = 1e-9 * count;
        if (squaresX <= scale || squaresY <= scale) {
            return OptionalDouble.empty();
        }
        double r = products / Math.sqrt(squaresX * squaresY);
        return OptionalDouble.of(Math.max(-1, Math.min(1, r)));
    }
}
