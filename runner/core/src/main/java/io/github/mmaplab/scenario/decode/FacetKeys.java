package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;

/** The facets of each kind of thing that can be looked at. */
enum FacetKeys {
    MEMORY(
            "memory",
            List.of(
                    "text",
                    "hex",
                    "zeros",
                    "fill",
                    "length",
                    "one-of",
                    "raises",
                    "same-page-as",
                    "not-same-page-as",
                    "mapped",
                    "prot",
                    "sharing",
                    "resident",
                    "locked")),
    FILE("a file", List.of("text", "hex", "zeros", "fill", "length", "one-of", "size", "on-disk")),
    PROCESS("a process", List.of("alive", "exit-code", "killed-by", "maps")),
    MACHINE("`memory` as a whole", List.of("pages", "copies"));

    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> keys;

    FacetKeys(String what, List<String> keys) {
        this.what = what;
        this.keys = keys;
    }

    String what() {
        return what;
    }

    List<String> keys() {
        return keys;
    }

    /** Reports a key that is no facet of this kind of thing. */
    void refuse(Problems problems, Node.Scalar key) {
        if (keys.contains(key.text())) {
            throw new IllegalArgumentException("a facet that is not read: " + key.text());
        }
        for (FacetKeys other : values()) {
            if (other.keys.contains(key.text())) {
                problems.add(
                        Code.FACET_OUT_OF_PLACE,
                        key.span(),
                        "`" + key.text() + "` can't be expected of " + what + ": it is a facet of " + other.what,
                        "of " + what + " you can expect: " + Suggestions.list(keys));
                return;
            }
        }
        Fields.unknown(problems, "what is expected of " + what, key, keys);
    }
}
