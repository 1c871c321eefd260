package io.github.mmaplab.grading;

import io.github.mmaplab.text.Medium;

/** What strangers wrote, as it may be shown on a terminal. */
public final class Shown {
    private static final int LONGEST = 400;

    private Shown() {}

    /** The text on one line, without what could steer a terminal or turn the line around. */
    public static String plain(String text) {
        return Medium.LINE.fit(Medium.cut(text, LONGEST));
    }
}
