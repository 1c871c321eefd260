package io.github.mmaplab.format;

import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A key of a document with everything that belongs to it.
 *
 * @param text its lines, with the empty lines and comments before it
 */
record Chunk(String text, Node.Entry entry) {

    /** The text of the keys in their order. */
    static String inOrder(List<Chunk> chunks) {
        List<Chunk> sorted = new ArrayList<>(chunks);
        sorted.sort(
                Comparator.comparingInt(chunk -> KeyOrder.rank(chunk.entry.key().text())));
        StringBuilder text = new StringBuilder();
        boolean joins = !sorted.get(0).equals(chunks.get(0));
        for (Chunk chunk : sorted) {
            text.append(joins && chunk.text.startsWith("\n") ? chunk.text.substring(1) : chunk.text);
            joins = chunk.keepsBlanks();
        }
        return text.toString();
    }

    /** Whether an empty line after it would become part of its value. */
    private boolean keepsBlanks() {
        List<Node.Scalar> leaves = Leaves.of(entry.value());
        if (leaves.isEmpty()) {
            return false;
        }
        Node.Scalar last = leaves.get(leaves.size() - 1);
        return BlockScalar.is(last) && BlockScalar.of(last).style().endsWith("+");
    }
}
