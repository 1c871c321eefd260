package io.github.mmaplab.cli.arguments;

/** Options whose value is a number. */
public final class NumberOptions {
    private NumberOptions() {}

    /**
     * The number that an option has as its value.
     *
     * @param usual the default
     * @param most the maximum; the minimum is 1
     * @throws UsageException if it is no number from 1 to {@code most}
     */
    public static int of(Arguments arguments, String option, int usual, int most) throws UsageException {
        String written = arguments.only(option, "give one number");
        if (written == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(written);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number that is out of range
        }
        throw new UsageException(
                "`--" + option + "` must be a number from 1 to " + most + ", not `" + written + "`",
                "leave it out for the default, " + usual);
    }
}
