package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.syntax.Entries;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces the parameters of one row: in scalars, after the YAML has been read, so that no value changes its structure. */
final class Substitution implements Node.Visitor<Node> {
    /** What a message says of the table of cases. */
    static final Table CASES = new Table("`cases` has no column `", "the columns are", "leave the column out");

    /** What a message says of the parameters of an exercise. */
    static final Table VARY = new Table("`vary` has no parameter `", "the parameters are", "leave the parameter out");

    private final Problems problems;
    private final Table table;
    private final Cases.@Nullable Row row;
    private final Set<String> used = new HashSet<>();
    private final List<Replaced> replaced = new ArrayList<>();

    /** How messages speak of where the values come from. */
    record Table(String hasNo, String listing, String leaveOut) {}

    /** A scalar that was changed, with the cells that went into it. */
    private record Replaced(Span span, List<Node.Scalar> cells) {}

    /**
     * The replacing of parameters by what stands in a row.
     *
     * @param row null if no row could be read: then what depends on one is taken for reported
     */
    Substitution(Problems problems, Table table, Cases.@Nullable Row row) {
        this.problems = problems;
        this.table = table;
        this.row = row;
    }

    /** A map with the parameters replaced in it. */
    Node.Mapping replaceIn(Node.Mapping map) {
        return mapping(map) instanceof Node.Mapping replacedMap ? replacedMap : new Node.Mapping(List.of(), map.span());
    }

    /** Warns of what stands in the row and no scalar names. */
    void warnOfUnused(Cases.Row row) {
        for (Node.Entry entry : row.node().entries()) {
            if (!used.contains(entry.key().text())) {
                problems.add(
                        Code.UNUSED_COLUMN,
                        entry.key().span(),
                        "nothing uses `<" + entry.key().text() + ">`",
                        "use it, or " + table.leaveOut());
            }
        }
    }

    /** A problem with the values it is due to: a message about {@code <name>} alone would explain nothing. */
    Diagnostic explain(Diagnostic problem) {
        Replaced scalar = replacedAt(problem.span());
        if (scalar == null) {
            return problem;
        }
        List<Label> labels = new ArrayList<>(problem.labels());
        for (Node.Scalar cell : scalar.cells) {
            labels.add(new Label(cell.span(), "with this value"));
        }
        return new Diagnostic(problem.code(), problem.span(), problem.message(), labels, problem.hints());
    }

    /** The changed scalar that {@code span} is within. They are in the order of the file, for so they were changed. */
    private @Nullable Replaced replacedAt(Span span) {
        int low = 0;
        int high = replaced.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (replaced.get(middle).span.start() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Replaced found = low == 0 ? null : replaced.get(low - 1);
        return found != null && span.end() <= found.span.end() ? found : null;
    }

    @Override
    public Node scalar(Node.Scalar node) {
        return node.text().indexOf('<') < 0 ? node : replace(node);
    }

    @Override
    public Node sequence(Node.Sequence node) {
        List<Node> items = new ArrayList<>(node.items().size());
        for (Node item : node.items()) {
            items.add(item.accept(this));
        }
        return new Node.Sequence(items, node.span());
    }

    @Override
    public Node mapping(Node.Mapping node) {
        Entries entries = new Entries(problems);
        for (Node.Entry entry : node.entries()) {
            entries.add(entry.key().accept(this), entry.value().accept(this));
        }
        return entries.node(node.span());
    }

    @Override
    public Node broken(Node.Broken node) {
        return node;
    }

    private Node replace(Node.Scalar node) {
        String text = node.text();
        StringBuilder result = new StringBuilder();
        List<Node.Scalar> cells = new ArrayList<>();
        int copied = 0;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            int close = text.indexOf('>', open);
            if (close < 0 || !Names.PARAMETER.allow(text.substring(open + 1, close))) {
                continue;
            }
            String name = text.substring(open + 1, close);
            Node found = row == null ? null : row.cells().get(name);
            if (row == null || found == null) {
                return row == null ? new Node.Broken(node.span()) : refuse(row, node, open, close);
            }
            used.add(name);
            if (!(found instanceof Node.Scalar cell)) {
                return text.length() == name.length() + 2 ? found : refusePart(node, open, close);
            }
            cells.add(cell);
            result.append(text, copied, open).append(cell.text());
            copied = close + 1;
        }
        if (cells.isEmpty()) {
            return node;
        }
        replaced.add(new Replaced(node.span(), cells));
        return new Node.Scalar(result.append(text, copied, text.length()).toString(), false, node.span());
    }

    private Node refusePart(Node.Scalar node, int open, int close) {
        String name = node.text().substring(open, close + 1);
        problems.add(
                Code.WRONG_SHAPE,
                node.part(open, close + 1),
                "`" + name + "` is a map of content here, and can't be part of a text",
                "write `" + name + "` alone, where content is allowed, or give it as text in the row");
        return new Node.Broken(node.span());
    }

    private Node refuse(Cases.Row row, Node.Scalar node, int open, int close) {
        String name = node.text().substring(open + 1, close);
        problems.add(
                Code.UNKNOWN_PARAMETER,
                node.part(open, close + 1),
                table.hasNo() + name + "`",
                Suggestions.hint(name, table.listing(), List.copyOf(row.cells().keySet())));
        return new Node.Broken(node.span());
    }
}
