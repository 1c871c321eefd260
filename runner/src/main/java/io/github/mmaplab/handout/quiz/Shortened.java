package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.exercise.Sha256;

/** Shortens names that are too long for a platform: a hash replaces what is cut off. */
final class Shortened {
    /** The maximum length of the number of a question in Moodle. */
    static final int ID_NUMBER = 100;

    /** The maximum length of names and tags in Moodle. */
    static final int NAME = 255;

    private static final int HASH = 12;

    private Shortened() {}

    /**
     * The name itself if it has at most {@code most} characters; otherwise its beginning, a hyphen and a hash of it.
     */
    static String to(int most, String name) {
        if (name.codePointCount(0, name.length()) <= most) {
            return name;
        }
        String kept = name.substring(0, name.offsetByCodePoints(0, most - HASH - 1));
        return kept + "-" + Sha256.of(name).substring(0, HASH);
    }
}
