package io.github.mmaplab.format;

import java.util.List;

/** The order of the keys at the top of a file: that of the language's own pages. */
final class KeyOrder {
    /** All keys of the three kinds of file; no kind has two of them in another order. */
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
            "grading",
            "vary",
            "files",
            "processes",
            "steps",
            "expect",
            "ask",
            "cases");

    private KeyOrder() {}

    /** Where a key stands; one that is not known, behind all others. */
    static int rank(String key) {
        int rank = KEYS.indexOf(key);
        return rank < 0 ? KEYS.size() : rank;
    }
}
