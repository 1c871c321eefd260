package io.github.mmaplab.bless;

import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places of a document that say what is to be seen, or what a step comes to. */
final class Expected {
    private static final List<String> OUTCOMES = List.of("returns", "fails", "raises", "dies");

    private final List<Value> values = new ArrayList<>();
    private final List<Node> others = new ArrayList<>();

    private Expected() {}

    /**
     * A value of an expectation.
     *
     * @param entry its key, and the value itself
     * @param node the value; of an entry whose value is a parameter, what stands for it in a row
     * @param facet the name of the facet, or of the outcome; empty for plain content
     */
    record Value(Node.Entry entry, Node node, String facet) {}

    /** The values of a document, those in rows of {@code cases} that stand for values among them. */
    static List<Value> in(Document document) {
        Expected expected = read(document);
        List<Value> all = new ArrayList<>(expected.values);
        for (Value value : expected.values) {
            Optional<String> column = column(value.node());
            if (column.isPresent()) {
                for (Node row : rows(document)) {
                    cell(row, column.get()).ifPresent(cell -> all.add(new Value(cell, cell.value(), value.facet())));
                }
            }
        }
        return all.stream().distinct().toList();
    }

    /** The name of the parameter that a node is and nothing else; empty if it is none. */
    static Optional<String> column(Node node) {
        return node instanceof Node.Scalar scalar && scalar.text().matches("<[A-Za-z_][A-Za-z0-9_-]*>")
                ? Optional.of(scalar.text().substring(1, scalar.text().length() - 1))
                : Optional.empty();
    }

    /** Whether a parameter decides on more than what is expected. */
    static boolean decidesMore(Document document, String column) {
        for (Node node : read(document).others) {
            if (node instanceof Node.Scalar scalar && scalar.text().contains("<" + column + ">")) {
                return true;
            }
        }
        return false;
    }

    /** What stands in a column of a row. */
    static Optional<Node.Entry> cell(Node row, String column) {
        return row instanceof Node.Mapping map
                ? map.entries().stream()
                        .filter(entry -> entry.key().text().equals(column))
                        .findFirst()
                : Optional.empty();
    }

    /** A row of {@code cases}, from 1. */
    static Node row(Document document, int number) {
        return rows(document).get(number - 1);
    }

    private static List<Node> rows(Document document) {
        for (Node.Entry entry : document.root() instanceof Node.Mapping map ? map.entries() : List.<Node.Entry>of()) {
            if (entry.key().text().equals("cases") && entry.value() instanceof Node.Sequence rows) {
                return rows.items();
            }
        }
        return List.of();
    }

    private static Expected read(Document document) {
        Expected expected = new Expected();
        if (document.root() instanceof Node.Mapping map) {
            for (Node.Entry entry : map.entries()) {
                switch (entry.key().text()) {
                    case "expect" -> expected.table(entry.value());
                    case "steps" -> expected.steps(entry.value());
                    case "scenario", "about", "cases" -> {
                        // words for people, and the values themselves
                    }
                    default -> expected.other(entry.value());
                }
            }
        }
        return expected;
    }

    private void steps(Node steps) {
        for (Node step : steps instanceof Node.Sequence list ? list.items() : List.<Node>of()) {
            for (Node.Entry entry : step instanceof Node.Mapping map ? map.entries() : List.<Node.Entry>of()) {
                String key = entry.key().text();
                if (key.equals("expect")) {
                    table(entry.value());
                } else if (OUTCOMES.contains(key)) {
                    values.add(new Value(entry, entry.value(), key));
                } else if (!key.equals("note")) {
                    other(entry.value());
                }
            }
        }
    }

    private void table(Node table) {
        for (Node.Entry row : table instanceof Node.Mapping map ? map.entries() : List.<Node.Entry>of()) {
            others.add(row.key());
            if (row.value() instanceof Node.Mapping facets) {
                for (Node.Entry facet : facets.entries()) {
                    values.add(new Value(facet, facet.value(), facet.key().text()));
                }
            } else {
                values.add(new Value(row, row.value(), ""));
            }
        }
    }

    private void other(Node node) {
        if (node instanceof Node.Mapping map) {
            for (Node.Entry entry : map.entries()) {
                others.add(entry.key());
                other(entry.value());
            }
        } else if (node instanceof Node.Sequence list) {
            list.items().forEach(this::other);
        } else {
            others.add(node);
        }
    }
}
