package io.github.mmaplab.report;

/** Durations in seconds, with a point in every locale. */
public final class Seconds {
    private static final long MILLION = 1_000_000;

    private Seconds() {}

    /** With three decimals: {@code 0.042}. */
    public static String exact(long nanos) {
        long millis = (nanos + MILLION / 2) / MILLION;
        String fraction = Long.toString(1000 + millis % 1000).substring(1);
        return millis / 1000 + "." + fraction;
    }

    /** With two decimals and the unit: {@code 0.04 s}. */
    public static String brief(long nanos) {
        String exact = exact(nanos);
        return exact.substring(0, exact.length() - 1) + " s";
    }
}
