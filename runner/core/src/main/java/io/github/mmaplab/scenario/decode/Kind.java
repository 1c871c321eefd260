package io.github.mmaplab.scenario.decode;

import java.util.List;

/** The kinds of file that tell a story. */
enum Kind {
    /** What is to be seen stands in it. */
    SCENARIO("scenario", "a scenario", List.of("cases")),
    /** What is to be seen is asked. */
    EXERCISE("exercise", "an exercise", List.of("ask", "vary", "grading", "presentation"));

    private static final List<String> COMMON =
            List.of("about", "tags", "references", "page-size", "machine", "files", "processes", "steps", "expect");

    private final String head;
    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> own;

    Kind(String head, String what, List<String> own) {
        this.head = head;
        this.what = what;
        this.own = own;
    }

    /** The key that the title stands behind. */
    String head() {
        return head;
    }

    /** What a message calls one. */
    String what() {
        return what;
    }

    /** The keys at the top of such a file. */
    List<String> keys() {
        String[] keys = new String[1 + COMMON.size() + own.size()];
        keys[0] = head;
        for (int i = 0; i < COMMON.size(); i++) {
            keys[1 + i] = COMMON.get(i);
        }
        for (int i = 0; i < own.size(); i++) {
            keys[1 + COMMON.size() + i] = own.get(i);
        }
        return List.of(keys);
    }
}
