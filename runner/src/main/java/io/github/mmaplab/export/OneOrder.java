package io.github.mmaplab.export;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.DoubleQuotes;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a file with one scenario, its concurrent steps in one order: the words of the file where they can stay. */
final class OneOrder {
    private static final int STEP_COLUMN = 4;
    private static final int LONGEST_TITLE = 100;
    private static final Pattern COMMENT = Pattern.compile("[ \\t]+(#[^\\n]*)");
    private static final Pattern PLAIN_TITLE = Pattern.compile("(?!.*(?:: | #))[A-Za-z][^\"\\\\\\n]*[^:\\s]");

    private final Source source;
    private final Node.Mapping root;
    private final Scenario order;
    /** Where the tables begin that hold in this order, though the scenario does not speak of every order. */
    private final Set<Integer> holding = new HashSet<>();

    private final StringBuilder steps = new StringBuilder();
    private final List<String> leftOut = new ArrayList<>();

    /**
     * What is seen at one moment.
     *
     * @param about a comment; empty for none
     */
    private record Table(String about, List<Node.Entry> rows) {}

    /**
     * A writer of an order.
     *
     * @param order the scenario of the file, in that order
     * @param claims those that hold in it
     */
    OneOrder(Source source, Document document, Scenario order, Set<Claim> claims) {
        this.source = source;
        this.root = (Node.Mapping) document.root();
        this.order = order;
        claims.forEach(claim -> holding.add(claim.span().start()));
    }

    /** The tables that are not in the text, and why: a sentence each. */
    List<String> leftOut() {
        return leftOut;
    }

    /** The text of the file. */
    String write() {
        TreeMap<Integer, Node.Entry> entries = new TreeMap<>();
        root.entries().forEach(entry -> entries.put(entry.key().span().start(), entry));
        for (Node.Entry entry : entries.values()) {
            if (entry.key().text().equals("steps") && entry.value() instanceof Node.Sequence list) {
                writeSteps(list.items());
            }
        }
        StringBuilder expect = new StringBuilder();
        for (Node.Entry entry : entries.values()) {
            if (entry.key().text().equals("expect") && entry.value() instanceof Node.Mapping rows) {
                writeEnd(rows, expect);
            }
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Node.Entry entry : entries.values()) {
            String written = switch (entry.key().text()) {
                case "scenario" -> "scenario: " + title();
                case "steps" -> "steps:\n" + steps;
                case "expect" -> expect.toString();
                default -> null;
            };
            if (written != null) {
                text.append(source.text(), at, entry.key().span().start()).append(written);
                at = entry.value().span().end();
                Matcher comment = comment(at);
                at = comment == null || entry.key().text().equals("scenario") ? at : comment.end();
            }
        }
        return text.append(source.text(), at, source.text().length()).toString();
    }

    private String title() {
        String words = " [in the order " + order.order().orElseThrow().words() + "]";
        String title = order.title().strip()
                + (order.title().length() + words.length() <= LONGEST_TITLE ? words : " [in one order]");
        return PLAIN_TITLE.matcher(title).matches() ? title : DoubleQuotes.around(title);
    }

    private void writeSteps(List<Node> items) {
        int number = 1;
        Map<Integer, Order.Turn> turns = new TreeMap<>();
        order.turns().forEach(turn -> turns.put(turn.step(), turn));
        for (Node item : items) {
            Node.Mapping step = (Node.Mapping) item;
            if (!(value(step, "concurrently") instanceof Node.Mapping branches)) {
                writeStep(step, "");
                number++;
                continue;
            }
            above(step.span().start())
                    .forEach(comment -> steps.append("  ").append(comment).append('\n'));
            Map<String, List<Node>> left = new HashMap<>();
            int count = 0;
            for (Node.Entry branch : branches.entries()) {
                List<Node> its = ((Node.Sequence) branch.value()).items();
                left.put(branch.key().text(), its);
                count += its.size();
            }
            for (int i = 0; i < count; i++) {
                Order.Turn turn = Objects.requireNonNull(turns.get(number++));
                Node next = Objects.requireNonNull(left.get(turn.branch())).get(turn.number() - 1);
                writeStep((Node.Mapping) next, "# " + turn.branch() + " " + turn.number());
            }
        }
    }

    private static @Nullable Node value(Node.Mapping map, String key) {
        for (Node.Entry entry : map.entries()) {
            if (entry.key().text().equals(key)) {
                return entry.value();
            }
        }
        return null;
    }

    private void writeStep(Node.Mapping step, String turn) {
        above(step.span().start())
                .forEach(comment -> steps.append("  ").append(comment).append('\n'));
        if (value(step, "expect") instanceof Node.Mapping rows && hasClaims(rows)) {
            if (!turn.isEmpty()) {
                steps.append("  ").append(turn).append('\n');
            }
            for (Table table : tables(rows, steps, "  ")) {
                writeTable(table);
            }
            return;
        }
        int start = step.span().start();
        int end = end(step);
        String text = moved(start, end, STEP_COLUMN);
        for (Node.Entry entry : step.entries()) {
            if (entry.key().text().equals("until")) {
                int at = moved(start, entry.key().span().start(), STEP_COLUMN).length();
                text = text.substring(0, at) + "expect" + text.substring(at + "until".length());
            }
        }
        Matcher comment = comment(end);
        String trailing = comment == null ? "" : comment.group(1);
        boolean beside = trailing.isEmpty() && text.indexOf('\n') < 0;
        if (!turn.isEmpty() && !beside) {
            steps.append("  ").append(turn).append('\n');
        }
        String beyond = beside ? turn : trailing;
        steps.append("  - ")
                .append(text)
                .append(beyond.isEmpty() ? "" : " " + beyond)
                .append('\n');
    }

    private void writeEnd(Node.Mapping rows, StringBuilder end) {
        List<Table> tables = tables(rows, end, "");
        for (int i = 0; i + 1 < tables.size(); i++) {
            writeTable(tables.get(i));
        }
        if (!tables.isEmpty()) {
            Table last = tables.get(tables.size() - 1);
            if (!last.about().isEmpty()) {
                end.append("# ").append(last.about()).append('\n');
            }
            end.append("expect:\n");
            writeRows(last, 2, end);
        }
    }

    private void writeTable(Table table) {
        if (!table.about().isEmpty()) {
            steps.append("  # ").append(table.about()).append('\n');
        }
        steps.append("  - expect:\n");
        writeRows(table, 2 * STEP_COLUMN, steps);
    }

    private void writeRows(Table table, int column, StringBuilder out) {
        String indented = " ".repeat(column);
        for (Node.Entry row : table.rows()) {
            int start = row.key().span().start();
            above(start).forEach(comment -> out.append(indented).append(comment).append('\n'));
            Matcher comment = comment(end(row.value()));
            out.append(indented)
                    .append(moved(start, end(row.value()), column))
                    .append(comment == null ? "" : " " + comment.group(1))
                    .append('\n');
        }
    }

    private static boolean hasClaims(Node.Mapping rows) {
        return rows.entries().stream().anyMatch(row -> isClaim(row.key().text()));
    }

    private static boolean isClaim(String key) {
        return key.equals("always") || key.equals("sometimes") || key.equals("never");
    }

    /**
     * What an expectation means in this order: tables that are each looked at.
     *
     * @param out takes a comment for each table that is left out
     */
    private List<Table> tables(Node.Mapping expect, StringBuilder out, String indented) {
        List<Table> tables = new ArrayList<>();
        List<Node.Entry> plain = new ArrayList<>();
        List<Table> claimed = new ArrayList<>();
        for (Node.Entry entry : expect.entries()) {
            String word = entry.key().text();
            if (!isClaim(word)) {
                plain.add(entry);
                continue;
            }
            boolean listed = entry.value() instanceof Node.Sequence;
            for (Node node : entry.value() instanceof Node.Sequence list ? list.items() : List.of(entry.value())) {
                Span span = listed ? node.span() : entry.key().span();
                List<Node.Entry> rows = ((Node.Mapping) node).entries();
                if (word.equals("always")) {
                    tables.add(new Table("", rows));
                } else if (holding.contains(span.start())) {
                    claimed.add(new Table(
                            word.equals("never") ? "never, but seen in this order" : "sometimes, as in this order",
                            rows));
                } else {
                    String table = source.text()
                            .substring(node.span().start(), end(node))
                            .replaceAll("\\s+", " ");
                    leftOut.add(
                            word.equals("never")
                                    ? "`never: " + table + "` is left out: one order can't say what is never seen"
                                    : "`sometimes: " + table + "` is left out: it does not hold in this order");
                    out.append(indented)
                            .append("# ")
                            .append(leftOut.get(leftOut.size() - 1))
                            .append('\n');
                }
            }
        }
        if (!plain.isEmpty()) {
            tables.add(0, new Table("", plain));
        }
        tables.addAll(claimed);
        return tables;
    }

    /** Where a node ends: a pair without braces between brackets ends where its value does. */
    private int end(Node node) {
        return node instanceof Node.Mapping map
                        && source.text().charAt(node.span().start()) != '{'
                ? end(map.entries().get(map.entries().size() - 1).value())
                : node.span().end();
    }

    /** A part of the file, its further lines moved from the column in which it begins to another one. */
    private String moved(int start, int end, int column) {
        int shift = column - (start - source.lineStart(source.lineAt(start)));
        StringBuilder text = new StringBuilder();
        for (String line : source.text().substring(start, end).split("\\R", -1)) {
            if (text.length() == 0) {
                text.append(line);
                continue;
            }
            int blanks = line.length() - line.stripLeading().length();
            text.append('\n')
                    .append(" ".repeat(line.isBlank() ? 0 : Math.max(0, blanks + shift)))
                    .append(line.stripLeading());
        }
        return text.toString();
    }

    /** The comments in lines of their own just before an item or a row that begins its line. */
    private List<String> above(int start) {
        List<String> comments = new ArrayList<>();
        int line = source.lineAt(start);
        String before = source.text().substring(source.lineStart(line), start);
        if (before.replace("-", "").isBlank()) {
            for (int i = line - 1; i >= 1 && source.line(i).strip().startsWith("#"); i--) {
                comments.add(0, source.line(i).strip());
            }
        }
        return comments;
    }

    /** The comment after {@code at} in its line, or null. */
    private @Nullable Matcher comment(int at) {
        Matcher comment =
                COMMENT.matcher(source.text()).region(at, source.text().length());
        return comment.lookingAt() ? comment : null;
    }
}
