package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the table of cases. */
final class Cases {
    private static final String EXAMPLE = "a list of rows: [{ sharing: private }, { sharing: shared }]";

    private final Problems problems;
    private final Shapes shapes;

    Cases(Problems problems) {
        this.problems = problems;
        this.shapes = new Shapes(problems);
    }

    /**
     * A row of the table.
     *
     * @param number which one, from 1
     * @param cells what stands in each column, in the order written: text, or a map that spells out content
     * @param node the whole row
     */
    record Row(int number, Map<String, Node> cells, Node.Mapping node) {}

    /** The rows that can be played: those that are wrong are reported and left out. */
    List<Row> rows(Node node) {
        List<Row> rows = new ArrayList<>();
        Node.Sequence list = shapes.sequence(node, "`cases`", EXAMPLE);
        if (list != null && list.items().isEmpty()) {
            problems.add(Code.NOTHING_GIVEN, list.span(), "there are no cases in this list", "write " + EXAMPLE);
        }
        Node.Mapping first = null;
        int number = 0;
        for (Node item : list == null ? List.<Node>of() : list.items()) {
            number++;
            Node.Mapping map = shapes.mapping(item, "a row of `cases`", "{ sharing: private }");
            if (map != null) {
                first = first == null ? map : first;
                Map<String, Node> cells = cells(map);
                if (hasColumnsOf(first, map) && cells != null) {
                    rows.add(new Row(number, cells, map));
                }
            }
        }
        return rows;
    }

    private @Nullable Map<String, Node> cells(Node.Mapping map) {
        if (map.entries().isEmpty()) {
            problems.add(Code.NOTHING_GIVEN, map.span(), "there is nothing in this row", "write { sharing: private }");
            return null;
        }
        Map<String, Node> cells = new LinkedHashMap<>();
        for (Node.Entry entry : map.entries()) {
            Node cell = isContent(entry.value())
                    ? entry.value()
                    : shapes.scalar(
                            entry.value(),
                            "the value of `" + entry.key().text() + "`",
                            "text, '' for nothing, or a map of content: { zeros: 4 }");
            if (Names.PARAMETER.check(problems, entry.key()) && cell != null) {
                cells.put(entry.key().text(), cell);
            }
        }
        return cells.size() == map.entries().size() ? cells : null;
    }

    private static boolean isContent(Node node) {
        return node instanceof Node.Mapping map
                && !map.entries().isEmpty()
                && map.entries().stream()
                        .allMatch(entry -> Contents.KEYS.contains(entry.key().text()));
    }

    /** Whether a row has the columns of the first, in whatever order; reported if not. */
    private boolean hasColumnsOf(Node.Mapping first, Node.Mapping row) {
        List<String> missing = missing(first, row);
        List<String> further = missing(row, first);
        if (missing.isEmpty() && further.isEmpty()) {
            return true;
        }
        String message = missing.isEmpty()
                ? "this row has a column that the first row does not have: " + Suggestions.list(further)
                : "this row lacks a column that the first row has: " + Suggestions.list(missing);
        problems.add(new Diagnostic(
                Code.UNEQUAL_COLUMNS,
                row.span(),
                message,
                List.of(new Label(first.span(), "the first row")),
                List.of("give every row the same columns, with `''` or `none` for an empty value")));
        return false;
    }

    private static List<String> missing(Node.Mapping of, Node.Mapping in) {
        List<String> missing = new ArrayList<>();
        for (Node.Entry entry : of.entries()) {
            boolean there = false;
            for (Node.Entry other : in.entries()) {
                there |= other.key().text().equals(entry.key().text());
            }
            if (!there) {
                missing.add(entry.key().text());
            }
        }
        return missing;
    }
}
