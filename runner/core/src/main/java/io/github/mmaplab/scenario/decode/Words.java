package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Word;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
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
    /** Of a longer list, so many words say what is meant. */
    private static final int MOST_SHOWN = 8;

    private final Class<W> type;
    private final List<W> words;
    private final String kind;
    private final List<String> notSimulated;
    private final String prefix;
    private final Map<String, String> elsewhere;

    private Words(Class<W> type, String kind, List<String> notSimulated, String prefix, Map<String, String> elsewhere) {
        this.type = type;
        this.words = Arrays.stream(type.getEnumConstants())
                .filter(word -> word.isOffered() && !elsewhere.containsKey(word.word()))
                .toList();
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

    /** The words that can be written. */
    List<W> words() {
        return words;
    }

    /** The word that a node is, or null for what is reported. */
    @Nullable
    W word(Shapes shapes, Problems problems, Node node, String what) {
        Node.Scalar scalar = scalar(shapes, node, what);
        return scalar == null ? null : find(problems, scalar);
    }

    /**
     * The set of words that a list is, or null for what is reported.
     *
     * @param what the list is called
     * @param member what one of its words is called
     */
    @Nullable
    Set<W> set(Shapes shapes, Problems problems, Node node, String what, String member) {
        Node.Sequence list = shapes.sequence(node, what, "a list: " + exampleOfSet(node));
        if (list == null) {
            return null;
        }
        Map<W, Node.Scalar> found = new EnumMap<>(type);
        boolean good = true;
        for (Node item : list.items()) {
            Node.Scalar scalar = scalar(shapes, item, member);
            good &= scalar != null && add(problems, scalar, found);
        }
        Set<W> set = EnumSet.noneOf(type);
        set.addAll(found.keySet());
        return good ? set : null;
    }

    private Node.@Nullable Scalar scalar(Shapes shapes, Node node, String what) {
        if (node instanceof Node.Scalar scalar && !scalar.isAbsent()) {
            return scalar;
        }
        shapes.refuse(node, what, "a single value", example());
        return null;
    }

    /** All words, or some of many. */
    private String example() {
        List<String> all = all();
        return all.size() <= MOST_SHOWN
                ? "one of: " + Suggestions.list(all)
                : kind + ": " + Suggestions.list(all.subList(0, MOST_SHOWN)) + ", ...";
    }

    /** The list that a single value was meant to be, or any. */
    private String exampleOfSet(Node node) {
        String written = node instanceof Node.Scalar scalar ? inWords(scalar.text()) : "";
        return "[" + (written.isEmpty() ? words.get(0).word() : written) + "]";
    }

    /** A text in words of this list, if it is one of them or C's spelling of some; empty if it is neither. */
    String inWords(String text) {
        List<String> all = all();
        List<String> meant = all.contains(text) ? List.of(text) : CSpelling.words(text);
        return all.containsAll(meant) ? Suggestions.list(meant) : "";
    }

    /** The same list without one of its words, which can't stand here, for which {@code hint} says what can. */
    Words<W> without(W word, String otherKind, String hint) {
        Map<String, String> more = new HashMap<>(elsewhere);
        more.put(word.word(), hint);
        return new Words<>(type, otherKind, notSimulated, prefix, more);
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
                    "`" + scalar.text() + "` appears twice in this list",
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
        String meant = CSpelling.word(scalar.text());
        if (notSimulated.contains(meant)) {
            NotSimulated.refuseWord(problems, scalar.span(), prefix, meant);
            return null;
        }
        List<String> inC = CSpelling.words(scalar.text());
        String hint = inC.isEmpty() ? elsewhere.get(scalar.text()) : hint(inC);
        problems.add(
                Code.UNKNOWN_WORD,
                scalar.span(),
                "`" + scalar.text() + "` is not " + kind + (elsewhere.containsKey(scalar.text()) ? " here" : ""),
                hint == null ? Suggestions.hint(scalar.text(), "there are", all()) : hint);
        return null;
    }

    /** What to write for names of C; null if one of them means nothing here. */
    private @Nullable String hint(List<String> inC) {
        List<String> here = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        for (String word : inC) {
            String other = elsewhere.get(word);
            if (all().contains(word)) {
                here.add(word);
            } else if (other != null) {
                hints.add(other);
            } else {
                return null;
            }
        }
        if (!here.isEmpty()) {
            hints.add(0, "write `" + Suggestions.list(here) + "`");
        }
        return String.join("; ", hints);
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (W word : words) {
            all.add(word.word());
        }
        return all;
    }
}
