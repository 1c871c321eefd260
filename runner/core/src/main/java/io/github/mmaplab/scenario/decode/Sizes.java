package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads sizes: {@code 4096}, {@code 0x1000}, {@code 4K}, {@code 3 pages}, {@code 1 page + 100}. Unsigned, up to 2^64-1. */
final class Sizes {
    private static final String EXAMPLE = "a size is like 4096, 0x1000, 4K, 2M, 1G, 3 pages, or a sum of these";

    private final Problems problems;
    private final Shapes shapes;
    private final int pageSize;

    Sizes(Problems problems, Shapes shapes, int pageSize) {
        this.problems = problems;
        this.shapes = shapes;
        this.pageSize = pageSize;
    }

    /** The size that a node says, or null for what is reported. */
    @Nullable
    Long size(Node node, String what) {
        Node.Scalar scalar = shapes.scalar(node, what, "a size: 4096, 4K, 1 page");
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        int sign = nextSign(text, 0);
        if (sign == text.length()) {
            return term(scalar, 0, sign);
        }
        if (text.charAt(sign) == '-' || sign == 0) {
            return signed(scalar, sign, what);
        }
        Long first = term(scalar, 0, sign);
        Long rest = sum(scalar, sign, Sum.OF_SIZES, what);
        return first == null || rest == null ? null : add(scalar, first, rest, what);
    }

    /**
     * What the terms from {@code from} on, each with its sign before it, add up to.
     *
     * @param kind which signs there may be, and whether the sum wraps around
     */
    @Nullable
    Long sum(Node.Scalar scalar, int from, Sum kind, String what) {
        String text = scalar.text();
        long sum = 0;
        boolean good = true;
        int sign = from;
        while (sign < text.length()) {
            int end = nextSign(text, sign + 1);
            Long term = null;
            if (text.charAt(sign) == '-' && kind != Sum.OF_ADDRESSES) {
                signed(scalar, sign, what);
            } else {
                term = term(scalar, sign + 1, end);
            }
            if (term == null) {
                good = false;
            } else if (kind == Sum.OF_ADDRESSES) {
                sum += text.charAt(sign) == '-' ? -term : term;
            } else {
                Long added = add(scalar, sum, term, what);
                good &= added != null;
                sum = added == null ? sum : added;
            }
            sign = end;
        }
        return good ? sum : null;
    }

    /** What a sum is taken for. */
    enum Sum {
        /** Only {@code +}; beyond 2^64-1 is an error. */
        OF_SIZES,
        /** {@code +} and {@code -}, modulo 2^64, as addresses are. */
        OF_ADDRESSES
    }

    private @Nullable Long add(Node.Scalar scalar, long a, long b, String what) {
        if (Long.compareUnsigned(a + b, a) < 0) {
            problems.add(Code.SIZE_OVERFLOW, scalar.span(), what + " adds up to more than 2^64-1", EXAMPLE);
            return null;
        }
        return a + b;
    }

    private @Nullable Long signed(Node.Scalar scalar, int sign, String what) {
        Span span = scalar.part(sign, scalar.text().length());
        if (scalar.text().charAt(sign) == '-') {
            problems.add(
                    Code.NEGATIVE_SIZE,
                    span,
                    what + " can't be negative, and allows no subtraction",
                    "`-` is only used with locations in memory: `alice.p - 16`");
        } else {
            problems.add(Code.INVALID_SIZE, span, what + " can't begin with a sign", EXAMPLE);
        }
        return null;
    }

    private static int nextSign(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '+' || text.charAt(i) == '-') {
                return i;
            }
        }
        return text.length();
    }

    /** One number and its unit, with white space around them. */
    private @Nullable Long term(Node.Scalar scalar, int from, int to) {
        String text = scalar.text();
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            problems.add(Code.INVALID_SIZE, scalar.part(from, to), "a size is missing here", EXAMPLE);
            return null;
        }
        int unit = unitStart(text, start, end);
        Long number = Numbers.read(problems, scalar, start, unit, Code.INVALID_SIZE, EXAMPLE);
        if (number == null) {
            return null;
        }
        long factor = factor(text, start, unit, end);
        if (factor == 0) {
            problems.add(
                    Code.INVALID_SIZE,
                    scalar.part(start, end),
                    "`" + text.substring(start, end) + "` is not a size",
                    unitHint(
                            text.substring(start, unit),
                            text.substring(unit, end).strip()));
            return null;
        }
        if (number != 0 && Long.compareUnsigned(number, Long.divideUnsigned(-1L, factor)) > 0) {
            problems.add(
                    Code.SIZE_OVERFLOW,
                    scalar.part(start, end),
                    "`" + text.substring(start, end) + "` is more than 2^64-1 bytes",
                    "2^64-1 is the largest size");
            return null;
        }
        return number * factor;
    }

    private static int unitStart(String text, int start, int end) {
        if (text.startsWith("0x", start)) {
            return end;
        }
        int i = start;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        return i == start ? end : i;
    }

    /** What the unit stands for, in bytes; 0 if there is no such unit. */
    private long factor(String text, int start, int unit, int end) {
        if (unit == end) {
            return 1;
        }
        if (end - unit == 1) {
            return switch (text.charAt(unit)) {
                case 'K' -> 1L << 10;
                case 'M' -> 1L << 20;
                case 'G' -> 1L << 30;
                default -> 0;
            };
        }
        if (!isBlank(text.charAt(unit)) || start == unit) {
            return 0;
        }
        String word = text.substring(unit, end).strip();
        return word.equals("page") || word.equals("pages") ? pageSize : 0;
    }

    private static String unitHint(String number, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "k", "kb", "kib" -> "write `" + number + "K`, which is " + number + " times 1024 bytes";
            case "m", "mb", "mib" -> "write `" + number + "M`, which is " + number + " times 1024 * 1024 bytes";
            case "g", "gb", "gib" -> "write `" + number + "G`, which is " + number + " times 1024 * 1024 * 1024 bytes";
            case "t", "tb", "tib" -> "the units are K, M and G: 1T is 1024G";
            case "p", "pg", "page", "pages", "pgs" -> "write `" + number + (number.equals("1") ? " page`" : " pages`");
            case "b", "byte", "bytes" -> "write `" + number + "`: sizes are in bytes";
            default -> EXAMPLE;
        };
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
