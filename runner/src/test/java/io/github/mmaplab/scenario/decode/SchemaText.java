package io.github.mmaplab.scenario.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for people: what fits is on one line. */
final class SchemaText {
    private static final int WIDTH = 140;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private SchemaText() {}

    static String of(JsonNode node) {
        return text(node, "", 0) + "\n";
    }

    /**
     * A value.
     *
     * @param column where it begins
     */
    private static String text(JsonNode node, String indent, int column) {
        String line = line(node);
        if (column + line.length() <= WIDTH || !node.isContainer()) {
            return line;
        }
        String inner = indent + "  ";
        List<String> lines = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> lines.add(inner + text(item, inner, inner.length())));
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = inner + JSON.writeValueAsString(entry.getKey()) + ": ";
            lines.add(key + text(entry.getValue(), inner, key.length()));
        }
        String all = "\n" + String.join(",\n", lines) + "\n" + indent;
        return node.isArray() ? "[" + all + "]" : "{" + all + "}";
    }

    private static String line(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> parts.add(line(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (!node.isObject() || node.isEmpty()) {
            return JSON.writeValueAsString(node);
        }
        node.forEachEntry((key, value) -> parts.add(JSON.writeValueAsString(key) + ": " + line(value)));
        return "{ " + String.join(", ", parts) + " }";
    }
}
