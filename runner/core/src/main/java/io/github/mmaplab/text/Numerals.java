package io.github.mmaplab.text;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Numbers as people write them. The core formats none with {@link String#format}: for that a browser would have to load the
 * conventions of all languages.
 */
public final class Numerals {
    private static final int MOST_BITS = 100;

    private Numerals() {}

    /** A number with a comma before each three digits, {@code 17,153,136}; what is too long for that, {@code about 2.7e600}. */
    public static String grouped(BigInteger number) {
        if (number.bitLength() > MOST_BITS) {
            String digits = number.toString();
            return "about " + digits.charAt(0) + "." + digits.charAt(1) + "e" + (digits.length() - 1);
        }
        return number.toString().replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    /** The same of a smaller number. */
    public static String grouped(long number) {
        return grouped(BigInteger.valueOf(number));
    }

    /**
     * A number from 0 in hexadecimal, in capitals, with zeros before it.
     *
     * @param digits how many digits there are at least
     */
    public static String hex(int number, int digits) {
        String hex = Integer.toHexString(number).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
