package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.model.Word;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of one closed list.
 *
 * @param <W> the list
 */
final class Words<W extends Enum<W> & Word> {
    private final Class<W> type;
    private final W[] words;
    private final String kind;
    private final List<String> notSimulated;
    private final String prefix;
    private final Map<String, String> elsewhere;

    private Words(Class<W> type, String kind, List<String> notSimulated, String prefix, Map<String, String> elsewhere) {
        this.type = type;
        this.words = type.getEnumConstants();
        this.kind = kind;
        this.notSimulated = notSimulated;
        this.prefix = prefix;
        this.elsewhere = elsewhere;
    }

    /**
     * A list of words.
     *
     * @param kind what one of them is called, as in "a sharing"
     */
    static <W extends Enum<W> & Word> Words<W> of(Class<W> type, String kind) {
        return new Words<>(type, kind, List.of(), "", Map.of());
    }

    /**
     * A list of words that Linux has more of.
     *
     * @param notSimulated the others
     * @param prefix what Linux writes before them, as in "MAP_"
     * @param elsewhere words that the language says in another place, with a hint which
     */
    static <W extends Enum<W> & Word> Words<W> of(
            Class<W> type, String kind, List<String> notSimulated, String prefix, Map<String, String> elsewhere) {
        return new Words<>(type, kind, notSimulated, prefix, elsewhere);
    }

    /** The word that a node is, or null for what is reported. */
    @Nullable
    W word(Shapes shapes, Problems problems, Node node) {
        Node.Scalar scalar = scalar(shapes, node);
        return scalar == null ? null : find(problems, scalar);
    }

    /** The set of words that a list is, or null for what is reported. */
    @Nullable
    Set<W> set(Shapes shapes, Problems problems, Node node) {
        Node.Sequence list = shapes.sequence(node, "`flags`", "a list: [" + words[0].word() + "]");
        if (list == null) {
            return null;
        }
        Map<W, Node.Scalar> found = new EnumMap<>(type);
        boolean good = true;
        for (Node item : list.items()) {
            Node.Scalar scalar = scalar(shapes, item);
            good &= scalar != null && add(problems, scalar, found);
        }
        Set<W> set = EnumSet.noneOf(type);
        set.addAll(found.keySet());
        return good ? set : null;
    }

    private Node.@Nullable Scalar scalar(Shapes shapes, Node node) {
        if (node instanceof Node.Scalar scalar && !scalar.isAbsent()) {
            return scalar;
        }
        shapes.refuse(node, kind, "a single value", "one of: " + Suggestions.list(all()));
        return null;
    }

    private boolean add(Problems problems, Node.Scalar scalar, Map<W, Node.Scalar> found) {
        W word = find(problems, scalar);
        if (word == null) {
            return false;
        }
        Node.Scalar first = found.putIfAbsent(word, scalar);
        if (first != null) {
            problems.add(new Diagnostic(
                    Code.WRITTEN_TWICE,
                    scalar.span(),
                    "`" + scalar.text() + "` is written twice in one list",
                    List.of(new Label(first.span(), "the first is here")),
                    List.of("keep one of them")));
        }
        return first == null;
    }

    private @Nullable W find(Problems problems, Node.Scalar scalar) {
        for (W word : words) {
            if (word.word().equals(scalar.text())) {
                return word;
            }
        }
        if (notSimulated.contains(scalar.text())) {
            NotSimulated.refuseWord(problems, scalar, prefix);
        } else {
            String hint = elsewhere.get(scalar.text());
            problems.add(
                    Code.UNKNOWN_WORD,
                    scalar.span(),
                    "`" + scalar.text() + "` is not " + kind + (hint == null ? "" : " here"),
                    hint == null ? Suggestions.hint(scalar.text(), "there are", all()) : hint);
        }
        return null;
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (W word : words) {
            all.add(word.word());
        }
        return all;
    }
}
