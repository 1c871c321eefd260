package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.syntax.Node;
import org.jspecify.annotations.Nullable;

/** Tells text, lists and maps apart. Null stands for what has been reported. */
final class Shapes {
    private final Problems problems;
    private final boolean isSeen;

    Shapes(Problems problems) {
        this(problems, false);
    }

    private Shapes(Problems problems, boolean isSeen) {
        this.problems = problems;
        this.isSeen = isSeen;
    }

    /** The same for what is seen: where nothing is written, {@code mmaplab bless} can fill it in. */
    Shapes seen() {
        return new Shapes(problems, true);
    }

    /**
     * The text that a node must be.
     *
     * @param what the thing it says, as in "`sharing`"
     * @param example how it could look
     */
    Node.@Nullable Scalar scalar(Node node, String what, String example) {
        if (node instanceof Node.Scalar scalar && !scalar.isAbsent()) {
            return scalar;
        }
        refuse(node, what, "a single value", example);
        return null;
    }

    /** The list that a node must be. */
    Node.@Nullable Sequence sequence(Node node, String what, String example) {
        if (node instanceof Node.Sequence sequence) {
            return sequence;
        }
        refuse(node, what, "a list", example);
        return null;
    }

    /** The map that a node must be. */
    Node.@Nullable Mapping mapping(Node node, String what, String example) {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        refuse(node, what, "a map", example);
        return null;
    }

    /** Reports that a node is not of the shape wanted. */
    void refuse(Node node, String what, String wanted, String example) {
        String found = node.accept(NameOfShape.INSTANCE);
        if (found.isEmpty()) {
            return;
        }
        if (node instanceof Node.Scalar scalar && scalar.isAbsent()) {
            problems.add(
                    Code.NOTHING_GIVEN,
                    node.span(),
                    what + " is empty",
                    "write " + example + (isSeen ? "; or let `mmaplab bless` fill in what is seen" : ""));
            return;
        }
        problems.add(
                Code.WRONG_SHAPE,
                node.span(),
                what + " must be " + wanted + ", and this is " + found,
                "write " + example);
    }

    /** What a message calls a node; empty for one that was reported already. */
    private static final class NameOfShape implements Node.Visitor<String> {
        static final NameOfShape INSTANCE = new NameOfShape();

        @Override
        public String scalar(Node.Scalar node) {
            return "a single value";
        }

        @Override
        public String sequence(Node.Sequence node) {
            return "a list";
        }

        @Override
        public String mapping(Node.Mapping node) {
            return "a map";
        }

        @Override
        public String broken(Node.Broken node) {
            return "";
        }
    }
}
