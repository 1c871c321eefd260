package io.github.mmaplab.format;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.DoubleQuotes;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats a file: two blanks for each level, keys of a document in their order. A comment belongs to what follows it,
 * in the same line or below, unless it has the indentation of the block that has just ended.
 */
final class Layout {
    private static final int STEP = 2;

    private final String text;
    private final CanonicalText page;
    /** Everything in the file up to this position has been written. */
    private int at;

    /** The blocks that ended before {@link #at}, innermost first, for comments that are still indented like them. */
    private final List<Level> ended = new ArrayList<>();

    /** The column of a block in the file, and its indentation in the result. */
    private record Level(int column, int indentation) {}

    /**
     * The layout of a file.
     *
     * @param keepsAlignment whether blanks are kept with which the author has aligned something
     */
    Layout(Source source, boolean keepsAlignment) {
        this.text = source.text();
        this.page = new CanonicalText(text, keepsAlignment);
    }

    /** The text of the documents in their new layout. */
    String of(List<Document> documents) {
        for (int i = 0; i < documents.size(); i++) {
            boolean last = i + 1 == documents.size();
            document(
                    documents.get(i).root(),
                    last ? text.length() : documents.get(i + 1).span().start());
        }
        marks(Gap.betweenDocuments(text, at, text.length()));
        page.endLine();
        return page.cut(0);
    }

    /** Writes a document, with the comments before {@code end} that belong to its last entry. */
    private void document(Node root, int end) {
        Gap head = Gap.betweenDocuments(text, at, root.span().start());
        int entry = headEnd(head);
        marks(new Gap(head.parts().subList(0, entry), true, false, -1));
        at = root.span().start();
        if (isFlow(root) || !(root instanceof Node.Mapping map)) {
            page.newLine(head.blankAtEnd() && page.length() > 0, 0, TextLines.column(text, at));
            new Flow(page, root, STEP).write();
            at = root.span().end();
        } else {
            entries(map, head, entry, end);
        }
    }

    /** The index of the first comment before a document that belongs to its first key. */
    private static int headEnd(Gap head) {
        if (head.blankAtEnd()) {
            return head.parts().size();
        }
        int begin = head.parts().size();
        while (begin > 0) {
            Gap.Part part = head.parts().get(begin - 1);
            if (!part.text().startsWith("#")
                    || part.text().startsWith("# yaml-language-server:")
                    || part.text().startsWith("#!")) {
                break;
            }
            begin--;
            if (part.blankBefore()) {
                break;
            }
        }
        return begin;
    }

    /** Writes comments and marks, each on its own line. */
    private void marks(Gap gap) {
        for (Gap.Part part : gap.parts()) {
            if (part.trails()) {
                page.put(" " + part.text());
            } else {
                page.newLine(part.blankBefore() && page.length() > 0, 0, 0);
                page.put(part.text());
            }
        }
    }

    /** Writes the keys of a document, in their order. */
    private void entries(Node.Mapping map, Gap head, int firstComment, int end) {
        page.endLine();
        int begin = page.length();
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < map.entries().size(); i++) {
            Node.Entry entry = map.entries().get(i);
            Gap gap = i == 0 ? head : Gap.of(text, at, entry.key().span().start());
            int own = i == 0 ? firstComment : afterEntry(gap, column(map));
            if (i > 0) {
                page.endLine();
                chunks.add(new Chunk(page.cut(begin), map.entries().get(i - 1)));
            }
            before(gap, own, 0, entry.key().span().start());
            entry(entry, 0);
        }
        Gap tail = Gap.betweenDocuments(text, at, end);
        int own = afterEntry(tail, column(map));
        if (own > 0) {
            at = tail.parts().get(own - 1).end();
        }
        page.endLine();
        chunks.add(new Chunk(page.cut(begin), map.entries().get(map.entries().size() - 1)));
        page.put(Chunk.inOrder(chunks));
        page.endLine();
    }

    /**
     * Writes the comments of a gap that belong to what has ended: the one in the same line, and those that are indented
     * further than the block that continues.
     *
     * @param column the column of that block in the file
     * @return the index of the first comment that is not written
     */
    private int afterEntry(Gap gap, int column) {
        int done = 0;
        for (Gap.Part part : gap.parts()) {
            if (part.trails() && part.text().startsWith("#")) {
                page.trailing(part.text(), part.start());
            } else {
                int own = TextLines.column(text, part.start());
                Level level = levelAt(own);
                if (level == null || level.column() <= column) {
                    break;
                }
                page.newLine(part.blankBefore(), level.indentation(), own);
                page.put(part.text());
            }
            done++;
        }
        ended.clear();
        return done;
    }

    /** The block that has ended and that something in this column belongs to, the outermost of several. */
    private @Nullable Level levelAt(int column) {
        Level found = null;
        for (Level level : ended) {
            boolean fits = level.column() <= column;
            found = fits && (found == null || level.column() >= found.column()) ? level : found;
        }
        return found;
    }

    private int column(Node node) {
        return TextLines.column(text, node.span().start());
    }

    /** Writes the comments of a gap from {@code from} on, and begins the line of what follows them. */
    private void before(Gap gap, int from, int indentation, int start) {
        for (Gap.Part part : gap.parts().subList(from, gap.parts().size())) {
            page.newLine(part.blankBefore() && page.length() > 0, indentation, TextLines.column(text, part.start()));
            page.put(part.text());
        }
        page.newLine(gap.blankAtEnd() && page.length() > 0, indentation, TextLines.column(text, start));
        at = start;
    }

    private void entry(Node.Entry entry, int indentation) {
        Node.Scalar key = entry.key();
        page.put(isOneLine(key) ? key.span().text() : DoubleQuotes.around(key.text()));
        page.put(":");
        at = key.span().end();
        if (entry.value() instanceof Node.Scalar scalar && scalar.isAbsent()) {
            return;
        }
        value(entry.value(), indentation);
    }

    private static boolean isOneLine(Node.Scalar key) {
        return key.span().source().lineAt(key.span().start())
                        == key.span().source().lineAt(key.span().end())
                && !BlockScalar.is(key);
    }

    /** Writes the value of a key whose block has this indentation. */
    private void value(Node value, int indentation) {
        int start = value.span().start();
        Gap gap = Gap.of(text, at, start);
        boolean block = !(value instanceof Node.Scalar) && !isFlow(value);
        if (!block && !gap.breaks()) {
            page.blanks(text.indexOf(':', at) + 1, start);
            inLine(value, indentation);
            return;
        }
        int own = 0;
        while (own < gap.parts().size() && gap.parts().get(own).trails()) {
            page.trailing(gap.parts().get(own).text(), gap.parts().get(own).start());
            own++;
        }
        before(new Gap(gap.parts(), true, false, -1), own, indentation + STEP, start);
        nested(value, indentation + STEP);
    }

    /** Writes a node that begins a line, or the rest of one, with this indentation. */
    private void nested(Node node, int indentation) {
        int column = column(node);
        if (node instanceof Node.Scalar || isFlow(node)) {
            inLine(node, indentation - STEP);
        } else if (node instanceof Node.Sequence list) {
            items(list, indentation);
            ended.add(new Level(column, indentation));
        } else if (node instanceof Node.Mapping map) {
            map(map, indentation);
            ended.add(new Level(column, indentation));
        }
    }

    private void map(Node.Mapping map, int indentation) {
        for (int i = 0; i < map.entries().size(); i++) {
            Node.Entry entry = map.entries().get(i);
            if (i > 0) {
                Gap gap = Gap.of(text, at, entry.key().span().start());
                before(
                        gap,
                        afterEntry(gap, column(map)),
                        indentation,
                        entry.key().span().start());
            }
            entry(entry, indentation);
        }
    }

    private void items(Node.Sequence list, int indentation) {
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            int dash = Gap.of(text, at, item.span().start()).dash();
            if (i > 0) {
                Gap gap = Gap.of(text, at, dash);
                before(gap, afterEntry(gap, column(list)), indentation, dash);
            }
            page.put("-");
            at = dash + 1;
            item(item, indentation);
        }
    }

    private void item(Node item, int indentation) {
        int start = item.span().start();
        Gap gap = Gap.of(text, at, start);
        if (gap.parts().isEmpty()) {
            page.put(" ");
            page.follows(column(item));
            at = start;
            nested(item, indentation + STEP);
        } else {
            value(item, indentation);
        }
    }

    /**
     * Writes a node that needs no lines of its own. The lines that it has all the same are within a block of this
     * indentation.
     */
    private void inLine(Node node, int indentation) {
        at = node.span().end();
        if (!(node instanceof Node.Scalar scalar)) {
            new Flow(page, node, indentation + STEP).write();
        } else if (BlockScalar.is(scalar)) {
            blockScalar(BlockScalar.of(scalar), scalar, indentation + STEP);
        } else {
            page.scalar(scalar, indentation + STEP);
        }
    }

    private void blockScalar(BlockScalar block, Node.Scalar scalar, int indentation) {
        page.put(block.style().charAt(0)
                + (block.indented() ? String.valueOf(STEP) : "")
                + block.style().substring(1));
        Gap comment = Gap.of(text, scalar.span().start() + 1, block.headerEnd());
        for (Gap.Part part : comment.parts()) {
            page.trailing(part.text(), part.start());
        }
        page.put("\n");
        for (String line : block.lines()) {
            page.put(line.length() == 1 ? line : " ".repeat(indentation) + line);
        }
        at = block.end();
    }

    private boolean isFlow(Node node) {
        char first = node.span().length() == 0 ? 0 : text.charAt(node.span().start());
        return !(node instanceof Node.Scalar) && (first == '[' || first == '{');
    }
}
