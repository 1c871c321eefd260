package io.github.mmaplab.exercise.roster;

import java.util.List;
import java.util.Locale;

/** A column that a roster may have. */
enum RosterColumn {
    ID("id", "student id", "sid", "username", "login", "student"),
    NAME("name"),
    FIRST_NAME("first name", "firstname"),
    LAST_NAME("last name", "lastname"),
    EMAIL("email", "e mail"),
    GROUP("group"),
    SECTION("section");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    RosterColumn(String... names) {
        this.names = List.of(names);
    }

    /** What it may be called, what counts most first. */
    List<String> names() {
        return names;
    }

    /** A name as it is compared: in lower case, with one blank between words. */
    static String normalized(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }
}
