package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.model.Parameter;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code vary}: the parameters of an exercise and the values that each may have. */
final class Vary {
    private static final String EXAMPLE =
            "names and lists of values: { word: [HELLO, WORLD], writer: [parent, child] }";

    private final Problems problems;
    private final Shapes shapes;

    Vary(Problems problems) {
        this.problems = problems;
        this.shapes = new Shapes(problems);
    }

    /**
     * A parameter, and where its values are written.
     *
     * @param cells by text
     */
    record Values(Parameter parameter, Node.Scalar name, Map<String, Node.Scalar> cells) {
        /** Where a value is written. */
        Node.Scalar node(String value) {
            Node.Scalar node = cells.get(value);
            if (node == null) {
                throw new IllegalArgumentException(parameter.name() + " has no value " + value);
            }
            return node;
        }
    }

    /** The parameters; what is wrong is reported and left out. */
    List<Values> parameters(Node node) {
        Node.Mapping map = shapes.mapping(node, "`vary`", EXAMPLE);
        List<Values> parameters = new ArrayList<>();
        if (map != null && map.entries().isEmpty()) {
            problems.add(Code.NOTHING_GIVEN, map.span(), "nothing varies", "write " + EXAMPLE);
        }
        for (Node.Entry entry : map == null ? List.<Node.Entry>of() : map.entries()) {
            Map<String, Node.Scalar> cells = cells(entry);
            if (Names.PARAMETER.check(problems, entry.key()) && !cells.isEmpty()) {
                Parameter parameter = new Parameter(
                        entry.key().text(),
                        List.copyOf(cells.keySet()),
                        entry.key().span());
                parameters.add(new Values(parameter, entry.key(), cells));
            }
        }
        return parameters;
    }

    private Map<String, Node.Scalar> cells(Node.Entry entry) {
        String what = "what `" + entry.key().text() + "` may be";
        Map<String, Node.Scalar> cells = new LinkedHashMap<>();
        Node.Sequence list = shapes.sequence(entry.value(), what, "a list of values: [HELLO, WORLD]");
        if (list != null && list.items().isEmpty()) {
            problems.add(Code.NOTHING_GIVEN, list.span(), what + " is empty", "write a list of values: [HELLO, WORLD]");
        }
        for (Node item : list == null ? List.<Node>of() : list.items()) {
            Node.Scalar cell = shapes.scalar(item, "a value of `" + entry.key().text() + "`", "text, '' for nothing");
            Node.Scalar first = cell == null ? null : cells.putIfAbsent(cell.text(), cell);
            if (cell != null && first != null) {
                problems.add(new Diagnostic(
                        Code.WRITTEN_TWICE,
                        cell.span(),
                        "`" + cell.text() + "` appears twice in this list, and would be drawn twice as often",
                        List.of(new Label(first.span(), "the first is here")),
                        List.of("keep one of them")));
            }
        }
        return cells;
    }
}
