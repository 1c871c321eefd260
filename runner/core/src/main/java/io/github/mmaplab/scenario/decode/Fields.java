package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of a map whose keys are fixed. */
final class Fields {
    private final Problems problems;
    private final String what;
    private final Span owner;
    private final Node.Mapping map;

    /**
     * The entries of {@code map}.
     *
     * @param what whose keys they are, as in "a mapping"
     * @param owner what a missing key is reported at
     */
    Fields(Problems problems, String what, Span owner, Node.Mapping map) {
        this.problems = problems;
        this.what = what;
        this.owner = owner;
        this.map = map;
    }

    /** The entries of {@code map}; those that are not among {@code known} are reported. */
    Fields(Problems problems, String what, Span owner, Node.Mapping map, List<String> known) {
        this(problems, what, owner, map);
        for (Node.Entry entry : map.entries()) {
            if (!known.contains(entry.key().text())) {
                unknown(problems, what, entry.key(), known);
            }
        }
    }

    /** Reports a key that does not exist. */
    static void unknown(Problems problems, String what, Node.Scalar key, List<String> known) {
        problems.add(Code.UNKNOWN_KEY, key.span(), what + " has no key `" + key.text() + "`", hint(key.text(), known));
    }

    private static String hint(String key, List<String> known) {
        String elsewhere = Levels.whereItBelongs(key, known);
        if (elsewhere == null) {
            return Suggestions.hint(key, "the keys are", known);
        }
        String nearest = Suggestions.nearest(key, known);
        return nearest == null ? elsewhere : Suggestions.didYouMean(nearest) + " " + elsewhere;
    }

    /** What a missing key is reported at. */
    Span owner() {
        return owner;
    }

    /** The value of {@code key}, or null if it is not written. */
    @Nullable
    Node get(String key) {
        Node.Entry entry = entry(key);
        return entry == null ? null : entry.value();
    }

    /** The key and its value, or null if it is not written. */
    Node.@Nullable Entry entry(String key) {
        for (Node.Entry entry : map.entries()) {
            if (entry.key().text().equals(key)) {
                return entry;
            }
        }
        return null;
    }

    /** The value of {@code key}, or null if it is not written, which is reported. */
    @Nullable
    Node require(String key, String example) {
        Node value = get(key);
        if (value == null) {
            problems.add(Code.MISSING_KEY, owner, what + " needs the key `" + key + "`", "write " + example);
        }
        return value;
    }
}
