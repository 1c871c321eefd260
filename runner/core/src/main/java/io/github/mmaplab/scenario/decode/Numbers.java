package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.syntax.Node;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers, unsigned, in decimal or with {@code 0x} in hexadecimal, up to 2^64-1. */
final class Numbers {
    private Numbers() {}

    /** The number that is all of {@code scalar}, or null for what is reported. */
    static @Nullable Long read(Problems problems, Node.Scalar scalar, String hint) {
        return read(problems, scalar, 0, scalar.text().length(), Code.INVALID_NUMBER, hint);
    }

    /**
     * The number from {@code from} to {@code to} in {@code scalar}, or null for what is reported.
     *
     * @param otherwise what it is reported as if it is no number at all
     */
    static @Nullable Long read(Problems problems, Node.Scalar scalar, int from, int to, Code otherwise, String hint) {
        String text = scalar.text();
        boolean hex = text.startsWith("0x", from) && to - from > 2;
        int radix = hex ? 16 : 10;
        int start = hex ? from + 2 : from;
        if (!allDigits(text, start, to, radix)) {
            problems.add(
                    otherwise,
                    scalar.part(from, to),
                    "`" + text.substring(from, to)
                            + (otherwise == Code.INVALID_SIZE ? "` is not a size" : "` is not a number"),
                    hint);
            return null;
        }
        if (!hex && text.charAt(start) == '0' && to - start > 1) {
            problems.add(
                    Code.LEADING_ZERO,
                    scalar.part(from, to),
                    "`" + text.substring(from, to) + "` has a leading zero, which some take for octal",
                    "write `" + withoutZeros(text.substring(from, to)) + "`, or `0x` and hexadecimal digits");
            return null;
        }
        return value(problems, scalar, from, start, to, radix);
    }

    private static @Nullable Long value(Problems problems, Node.Scalar scalar, int from, int start, int to, int radix) {
        String text = scalar.text();
        long value = 0;
        for (int i = start; i < to; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, radix)) > 0) {
                problems.add(
                        Code.SIZE_OVERFLOW,
                        scalar.part(from, to),
                        "`" + text.substring(from, to) + "` is more than 2^64-1",
                        "18446744073709551615 is the largest number there is");
                return null;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static boolean allDigits(String text, int from, int to, int radix) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return false;
            }
        }
        return to > from;
    }

    private static String withoutZeros(String digits) {
        int i = 0;
        while (i < digits.length() - 1 && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }
}
