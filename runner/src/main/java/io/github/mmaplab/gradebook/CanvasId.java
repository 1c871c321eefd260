package io.github.mmaplab.gradebook;

import java.util.regex.Pattern;

/** A column of Canvas's gradebook that can give the students' ids, the likeliest first. */
public enum CanvasId {
    /** What students sign in with. */
    SIS_LOGIN_ID("SIS Login ID"),
    /** What the institution's records call them. */
    SIS_USER_ID("SIS User ID"),
    /** Canvas's own number. */
    ID("ID");

    private final String header;

    @SuppressWarnings("ImmutableEnumChecker") // a pattern does not change
    private final Pattern pattern;

    CanvasId(String header) {
        this.header = header;
        this.pattern = Pattern.compile(header.replace(" ", "\\s+"));
    }

    /** The name of the column. */
    public String header() {
        return header;
    }

    /** Whether Canvas takes a column of this name for this one: it need only be part of it. */
    boolean isIn(String name) {
        return pattern.matcher(name).find();
    }
}
