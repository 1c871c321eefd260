package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.Difference;

/**
 * A scenario on which two kernels differ, as small as it could be made.
 *
 * @param seed the campaign's
 * @param index of the scenario that was found
 * @param steps how many the smallest has that shows the same
 * @param difference what it shows
 * @param scenario it as a scenario file, which says what was seen on the real kernel
 */
public record Discovery(long seed, long index, int steps, Difference difference, String scenario) {

    /** A name for the file. */
    public String fileName() {
        return "fuzz-" + seed + "-" + index + ".scenario.yaml";
    }

    /** What tells differences apart that are likely to have different causes. */
    String kind() {
        String operation = difference.operation().name();
        return difference.aspect() + " after " + operation + ": " + words(difference.simulated()) + " / "
                + words(difference.real());
    }

    /** The words of a description, without the numbers and reasons that each scenario has of its own. */
    private static String words(String description) {
        return description.replaceAll("\\(.*\\)|0x[0-9a-f]+|\\b[0-9a-f]*[0-9][0-9a-f]*\\b", "");
    }
}
