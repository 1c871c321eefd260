package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.Difference;

/**
 * A scenario on which two kernels differ, made as small as possible.
 *
 * @param seed the seed of the campaign
 * @param index the index of the original scenario
 * @param steps the number of steps of the smallest scenario with the same difference
 * @param difference the difference
 * @param scenario the text of a scenario file, with what was seen on the real kernel
 */
public record Discovery(long seed, long index, int steps, Difference difference, String scenario) {

    /** A name for the file. */
    public String fileName() {
        return "fuzz-" + seed + "-" + index + ".scenario.yaml";
    }

    /** Equal for differences that probably have the same cause. */
    String kind() {
        String operation = difference.operation().name();
        return difference.aspect() + " after " + operation + ": " + words(difference.simulated()) + " / "
                + words(difference.real());
    }

    /** A description without its numbers and reasons, which differ between scenarios. */
    private static String words(String description) {
        return description.replaceAll("\\(.*\\)|0x[0-9a-f]+|\\b[0-9a-f]*[0-9][0-9a-f]*\\b", "");
    }
}
