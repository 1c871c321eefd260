package io.github.mmaplab.cli.arguments;

/** Options whose value is a number. */
public final class Numbers {
    private Numbers() {}

    /**
     * What an option says.
     *
     * @param usual what is meant when it is not given
     * @param most the largest number that makes sense; the least is 1
     * @throws UsageException if it says no number from 1 to {@code most}
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
            // said below, like a number that is out of range
        }
        throw new UsageException(
                "`--" + option + "` must be a number from 1 to " + most + ", not `" + written + "`",
                "leave it out for the default, " + usual);
    }
}
