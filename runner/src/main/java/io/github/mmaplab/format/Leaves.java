package io.github.mmaplab.format;

import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/** Collects the scalars of a node, keys and values, in the order of the file. */
final class Leaves implements Node.Visitor<List<Node.Scalar>> {
    private final List<Node.Scalar> found = new ArrayList<>();

    private Leaves() {}

    /** The scalars of a node. An empty value has none. */
    static List<Node.Scalar> of(Node node) {
        return node.accept(new Leaves());
    }

    @Override
    public List<Node.Scalar> scalar(Node.Scalar node) {
        if (!node.isAbsent()) {
            found.add(node);
        }
        return found;
    }

    @Override
    public List<Node.Scalar> sequence(Node.Sequence node) {
        for (Node item : node.items()) {
            item.accept(this);
        }
        return found;
    }

    @Override
    public List<Node.Scalar> mapping(Node.Mapping node) {
        for (Node.Entry entry : node.entries()) {
            entry.key().accept(this);
            entry.value().accept(this);
        }
        return found;
    }

    @Override
    public List<Node.Scalar> broken(Node.Broken node) {
        return found;
    }
}
