package io.github.mmaplab.exercise.grade;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Points: exact while they are added up, rounded once where they leave. */
public final class Points {
    /** How many decimals points have that leave: those that gradebooks compare. */
    public static final int DECIMALS = 2;

    private Points() {}

    /** A decimal number as a fraction. */
    public static BigFraction exact(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? BigFraction.of(decimal.toBigIntegerExact())
                : BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** Rounded half up to {@value #DECIMALS} decimals, without zeros at the end. */
    public static BigDecimal rounded(BigFraction points) {
        if (points.getDenominator().equals(BigInteger.ONE)) {
            return new BigDecimal(points.getNumerator());
        }
        BigDecimal rounded =
                points.bigDecimalValue(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }
}
