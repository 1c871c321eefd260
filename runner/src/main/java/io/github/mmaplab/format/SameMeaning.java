package io.github.mmaplab.format;

import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares the content of two files, regardless of positions. */
final class SameMeaning implements Node.Visitor<Boolean> {
    private final Node other;

    private SameMeaning(Node other) {
        this.other = other;
    }

    /** Whether two lists of documents have the same content. The keys at the top may be in a different order. */
    static boolean of(List<Document> some, List<Document> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!same(sorted(some.get(i).root()), sorted(others.get(i).root()))) {
                return false;
            }
        }
        return true;
    }

    private static Node sorted(Node root) {
        if (!(root instanceof Node.Mapping map)) {
            return root;
        }
        List<Node.Entry> entries = new ArrayList<>(map.entries());
        entries.sort(Comparator.comparing(entry -> entry.key().text()));
        return new Node.Mapping(entries, map.span());
    }

    private static boolean same(Node one, Node other) {
        return one.accept(new SameMeaning(other));
    }

    @Override
    public Boolean scalar(Node.Scalar node) {
        return other instanceof Node.Scalar that
                && node.text().equals(that.text())
                && node.isAbsent() == that.isAbsent();
    }

    @Override
    public Boolean sequence(Node.Sequence node) {
        if (!(other instanceof Node.Sequence that)
                || node.items().size() != that.items().size()) {
            return false;
        }
        for (int i = 0; i < node.items().size(); i++) {
            if (!same(node.items().get(i), that.items().get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean mapping(Node.Mapping node) {
        if (!(other instanceof Node.Mapping that)
                || node.entries().size() != that.entries().size()) {
            return false;
        }
        for (int i = 0; i < node.entries().size(); i++) {
            Node.Entry one = node.entries().get(i);
            Node.Entry two = that.entries().get(i);
            if (!same(one.key(), two.key()) || !same(one.value(), two.value())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean broken(Node.Broken node) {
        return false;
    }
}
