package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is written one level too high or too deep where it belongs, and reports it: so that this one mistake is told,
 * and not what would come of it.
 */
final class Nesting {
    /** What a verb is applied to, and what stands behind that. */
    private static final int LEVELS = 2;

    private final Problems problems;

    Nesting(Problems problems) {
        this.problems = problems;
    }

    /** Whether an entry belongs under the one before it. */
    interface Under {
        boolean test(Node.Entry owner, Node.Entry entry);
    }

    /** The same map, with the entries that belong under the one before them there, if it has nothing of its own. */
    Node.Mapping under(Node.Mapping map, Under belongs) {
        if (map.entries().stream().noneMatch(Nesting::isOpen)) {
            return map;
        }
        List<Node.Entry> entries = new ArrayList<>(map.entries().size());
        List<Node.Entry> moved = new ArrayList<>(0);
        Node.Entry owner = null;
        for (Node.Entry entry : map.entries()) {
            if (owner != null && isOpen(owner) && belongs.test(owner, entry)) {
                if (moved.isEmpty()) {
                    report(entry, owner, "is written beside", "belongs under it", "indent it");
                }
                moved.add(entry);
            } else {
                settle(entries, owner, moved);
                owner = entry;
                moved.clear();
            }
        }
        settle(entries, owner, moved);
        return new Node.Mapping(entries, map.span());
    }

    private static void settle(List<Node.Entry> entries, Node.@Nullable Entry owner, List<Node.Entry> moved) {
        if (owner != null) {
            entries.add(moved.isEmpty() ? owner : new Node.Entry(owner.key(), mapping(moved)));
        }
    }

    /** A step whose keys that stand under the verb, or under what it is applied to, stand beside it. */
    Node.Mapping lifted(Node.Mapping step, Node.Entry verb, Predicate<Node.Scalar> isOfTheStep) {
        if (!isAnywhere(verb.value(), isOfTheStep, LEVELS)) {
            return step;
        }
        List<Node.Entry> lifted = new ArrayList<>();
        Node value = without(verb.value(), verb, isOfTheStep, lifted, LEVELS);
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : step.entries()) {
            entries.add(entry.equals(verb) ? new Node.Entry(verb.key(), value) : entry);
        }
        entries.addAll(lifted);
        return new Node.Mapping(entries, step.span());
    }

    private static boolean isAnywhere(Node node, Predicate<Node.Scalar> isOfTheStep, int levels) {
        if (!(node instanceof Node.Mapping map) || levels == 0) {
            return false;
        }
        for (Node.Entry entry : map.entries()) {
            if (isOfTheStep.test(entry.key()) || isAnywhere(entry.value(), isOfTheStep, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    private Node without(
            Node node, Node.Entry verb, Predicate<Node.Scalar> isOfTheStep, List<Node.Entry> lifted, int levels) {
        if (!(node instanceof Node.Mapping map) || levels == 0) {
            return node;
        }
        List<Node.Entry> kept = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
            if (isOfTheStep.test(entry.key())) {
                report(
                        entry,
                        verb,
                        "is written under",
                        "belongs beside it",
                        outOf(entry.key().span()));
                lifted.add(entry);
            } else {
                kept.add(new Node.Entry(entry.key(), without(entry.value(), verb, isOfTheStep, lifted, levels - 1)));
            }
        }
        return new Node.Mapping(kept, map.span());
    }

    private static String outOf(Span key) {
        boolean first =
                key.source().line(key.line()).substring(0, key.column() - 1).isBlank();
        return first ? "unindent it" : "move it out of the braces";
    }

    private void report(Node.Entry entry, Node.Entry other, String is, String belongs, String hint) {
        problems.add(
                Code.WRONG_LEVEL,
                entry.key().span(),
                "`" + entry.key().text() + "` " + is + " `" + other.key().text() + "`, and " + belongs,
                hint);
    }

    private static boolean isOpen(Node.Entry entry) {
        return entry.value() instanceof Node.Scalar scalar && scalar.isAbsent();
    }

    private static Node.Mapping mapping(List<Node.Entry> entries) {
        Span from = entries.get(0).key().span();
        return new Node.Mapping(
                entries, from.to(entries.get(entries.size() - 1).value().span()));
    }
}
