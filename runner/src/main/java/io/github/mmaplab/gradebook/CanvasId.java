package io.github.mmaplab.gradebook;

import java.util.regex.Pattern;

/** A column of Canvas's gradebook with ids of students, the most probable first. */
public enum CanvasId {
    /** The name with which students sign in. */
    SIS_LOGIN_ID("SIS Login ID"),
    /** The id in the records of the institution. */
    SIS_USER_ID("SIS User ID"),
    /** Canvas's own number. */
    ID("ID");

    private final String header;

    @SuppressWarnings("ImmutableEnumChecker") // patterns are immutable
    private final Pattern pattern;

    CanvasId(String header) {
        this.header = header;
        this.pattern = Pattern.compile(header.replace(" ", "\\s+"));
    }

    /** The name of the column. */
    public String header() {
        return header;
    }

    /** Whether Canvas takes a column of this name for this one, of whose name it need only contain a match. */
    boolean isIn(String name) {
        return pattern.matcher(name).find();
    }
}
