package io.github.mmaplab.cli.grade;

import io.github.mmaplab.text.Medium;

/** What strangers wrote, as it may be shown on a terminal. */
final class Shown {
    private static final int LONGEST = 400;

    private Shown() {}

    /** The text on one line, without what could steer a terminal or turn the line around. */
    static String plain(String text) {
        return Medium.LINE.fit(Medium.cut(text, LONGEST));
    }
}
