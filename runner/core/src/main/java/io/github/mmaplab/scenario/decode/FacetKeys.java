package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facets of each kind of thing that can be looked at. */
enum FacetKeys {
    MEMORY(
            "memory",
            Property.Owner.MEMORY,
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
                    "at"),
            List.of(),
            NotSimulated.OF_MEMORY),
    FILE(
            "a file",
            Property.Owner.FILE,
            List.of("text", "hex", "zeros", "fill", "length", "one-of"),
            List.of("on-disk"),
            List.of()),
    REGISTER("a register", null, List.of("text", "hex", "zeros", "fill", "length", "one-of"), List.of(), List.of()),
    PROCESS("a process", Property.Owner.PROCESS, List.of(), List.of("maps"), NotSimulated.OF_PROCESS),
    MACHINE("`memory` as a whole", Property.Owner.MACHINE, List.of(), List.of(), List.of());

    private final String what;
    /** What has its properties, too; null if there are none. */
    private final Property.@Nullable Owner owner;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.copyOf
    private final List<String> keys;

    /** Those that are still to come. */
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> later;

    FacetKeys(
            String what, Property.@Nullable Owner owner, List<String> before, List<String> after, List<String> later) {
        this.what = what;
        this.owner = owner;
        this.later = later;
        List<String> all = new ArrayList<>(before);
        for (Property property : Property.values()) {
            if (property.owner() == owner) {
                all.add(property.word());
            }
        }
        all.addAll(after);
        this.keys = List.copyOf(all);
    }

    /** The property that a key is, or null. */
    @Nullable
    Property property(String key) {
        for (Property property : Property.values()) {
            if (property.owner() == owner && property.word().equals(key)) {
                return property;
            }
        }
        return null;
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
        if (later.contains(key.text())) {
            NotSimulated.refusePart(problems, key);
            return;
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
