package io.github.mmaplab.format;

import java.util.List;

/** The order of the keys at the top of a file, as on the language page. */
final class KeyOrder {
    /** All keys of the three kinds of file. Their order is the same in all kinds. */
    static final List<String> KEYS = List.of(
            "scenario",
            "exercise",
            "student",
            "variant",
            "answers",
            "about",
            "tags",
            "references",
            "page-size",
            "machine",
            "grading",
            "presentation",
            "vary",
            "files",
            "processes",
            "steps",
            "expect",
            "ask",
            "cases");

    private KeyOrder() {}

    /** The position of a key. Unknown keys are last. */
    static int rank(String key) {
        int rank = KEYS.indexOf(key);
        return rank < 0 ? KEYS.size() : rank;
    }
}
