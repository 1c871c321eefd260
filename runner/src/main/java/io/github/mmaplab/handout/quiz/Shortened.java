package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.exercise.Sha256;

/** Names that are too long for the tables of a platform: a hash replaces the part that is cut off. */
final class Shortened {
    /** The most characters that the number of a question may have in Moodle. */
    static final int ID_NUMBER = 100;

    /** The most characters that names and tags may have in Moodle. */
    static final int NAME = 255;

    private static final int HASH = 12;

    private Shortened() {}

    /** The name itself if it has at most so many characters; else its beginning, a hyphen and a hash of it. */
    static String to(int most, String name) {
        if (name.codePointCount(0, name.length()) <= most) {
            return name;
        }
        String kept = name.substring(0, name.offsetByCodePoints(0, most - HASH - 1));
        return kept + "-" + Sha256.of(name).substring(0, HASH);
    }
}
