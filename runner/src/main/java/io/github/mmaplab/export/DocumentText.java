package io.github.mmaplab.export;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.DoubleQuotes;
import io.github.mmaplab.scenario.syntax.Node;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one document of a file, without {@code cases}, and with the values of a row in their places. */
final class DocumentText implements Node.Visitor<Boolean> {
    private static final Pattern PARAMETER = Pattern.compile("<([A-Za-z_][A-Za-z0-9_-]*)>");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./+ -]*");

    private final Source source;
    private final Map<String, Node> values = new HashMap<>();
    /** By where it begins: where a part of the file ends, and what comes in its place. */
    private final TreeMap<Integer, Map.Entry<Integer, String>> edits = new TreeMap<>();

    private DocumentText(Source source) {
        this.source = source;
    }

    /** The text of the document that {@code scenario} was made from. */
    static String of(Scenario scenario) {
        Source source = scenario.span().source();
        List<Document> documents = YamlReader.read(source, new Problems());
        Node.Mapping root =
                (Node.Mapping) documents.get(scenario.document() - 1).root();
        int from = scenario.document() == 1 ? 0 : root.span().start();
        int to = documents.size() == 1
                ? source.text().length()
                : source.lineEnd(source.lineAt(root.span().end()));
        return new DocumentText(source).text(root, scenario, from, to);
    }

    private String text(Node.Mapping root, Scenario scenario, int from, int to) {
        scenario.row().ifPresent(row -> remember(root, row));
        for (Node.Entry entry : root.entries()) {
            if (entry.key().text().equals("cases")) {
                edit(entry.key().span().start(), entry.value().span().end(), "");
            } else {
                entry.value().accept(this);
            }
        }
        StringBuilder text = new StringBuilder();
        int at = from;
        for (Map.Entry<Integer, Map.Entry<Integer, String>> edit : edits.entrySet()) {
            text.append(source.text(), at, edit.getKey()).append(edit.getValue().getValue());
            at = edit.getValue().getKey();
        }
        return text.append(source.text(), at, to).append('\n').toString();
    }

    private void remember(Node.Mapping root, CaseRow row) {
        for (Node.Entry entry : root.entries()) {
            if (entry.key().text().equals("cases") && entry.value() instanceof Node.Sequence rows) {
                for (Node item : rows.items()) {
                    if (item.span().start() == row.span().start() && item instanceof Node.Mapping cells) {
                        cells.entries().forEach(cell -> values.put(cell.key().text(), cell.value()));
                    }
                }
            }
        }
    }

    private void edit(int start, int end, String text) {
        edits.put(start, Map.entry(end, text));
    }

    @Override
    public Boolean scalar(Node.Scalar node) {
        Matcher parameters = PARAMETER.matcher(node.text());
        StringBuilder text = new StringBuilder();
        boolean found = false;
        while (parameters.find()) {
            Node value = values.get(parameters.group(1));
            if (value instanceof Node.Scalar scalar) {
                parameters.appendReplacement(text, Matcher.quoteReplacement(scalar.text()));
                found = true;
            } else if (value != null) {
                edit(node.span().start(), node.span().end(), value.span().text());
                return true;
            }
        }
        if (found) {
            String all = parameters.appendTail(text).toString();
            boolean plain = node.plain() && PLAIN.matcher(all).matches() && all.equals(all.strip());
            edit(node.span().start(), node.span().end(), plain ? all : DoubleQuotes.around(all));
        }
        return found;
    }

    @Override
    public Boolean sequence(Node.Sequence node) {
        node.items().forEach(item -> item.accept(this));
        return true;
    }

    @Override
    public Boolean mapping(Node.Mapping node) {
        for (Node.Entry entry : node.entries()) {
            entry.key().accept(this);
            entry.value().accept(this);
        }
        return true;
    }

    @Override
    public Boolean broken(Node.Broken node) {
        return false;
    }
}
