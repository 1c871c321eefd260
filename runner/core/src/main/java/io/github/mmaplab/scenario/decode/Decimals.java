package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.syntax.Node;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers with decimals: points and shares. Null stands for what has been reported. */
final class Decimals {
    /** More digits than this are no points that anybody meant. */
    private static final int LONGEST = 12;

    private Decimals() {}

    /** Points: from 0. */
    static @Nullable BigDecimal points(Values values, Node node) {
        BigDecimal points = read(values, node, "`points`", "a number from 0: 2, 0.5");
        if (points != null && points.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            values.problems()
                    .add(
                            Code.INVALID_NUMBER,
                            node.span(),
                            "no question is worth more than a million points",
                            "write a smaller number");
            return null;
        }
        return points;
    }

    /** A share: from 0 to 1. */
    static @Nullable BigDecimal share(Values values, Node node, String what) {
        BigDecimal share = read(values, node, what, "a share from 0 to 1: 0.5");
        if (share != null && share.compareTo(BigDecimal.ONE) > 0) {
            values.problems()
                    .add(
                            Code.INVALID_NUMBER,
                            node.span(),
                            what + " is a share, and a whole is 1",
                            "write a number from 0 to 1: 0.5 is half of the points");
            return null;
        }
        return share;
    }

    private static @Nullable BigDecimal read(Values values, Node node, String what, String example) {
        Node.Scalar scalar = values.shapes().scalar(node, what, example);
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        if (!isDecimal(text)) {
            values.problems()
                    .add(
                            Code.INVALID_NUMBER,
                            scalar.span(),
                            what + " must be " + example.substring(0, example.indexOf(':')) + ", and `" + text
                                    + "` is not",
                            "write " + example);
            return null;
        }
        return new BigDecimal(text);
    }

    /** Digits, with at most one point between them. */
    private static boolean isDecimal(String text) {
        int point = text.indexOf('.');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return false;
            }
        }
        boolean leadingZero = text.length() > 1 && text.charAt(0) == '0' && point != 1;
        return !text.isEmpty() && text.length() <= LONGEST && point != 0 && point != text.length() - 1 && !leadingZero;
    }
}
