package io.github.mmaplab.scenario;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The scenario schema, and documents as those who use it see them. */
final class Schema {
    static final Path FILE = Path.of("../schema/scenario.schema.json");

    private static final com.networknt.schema.Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text(), InputFormat.JSON);

    private Schema() {}

    static String text() {
        return text(FILE);
    }

    /** Another schema beside it: {@code exercise}, {@code prediction}. */
    static JsonNode json(String kind) {
        return JsonMapper.builder().build().readTree(text(FILE.resolveSibling(kind + ".schema.json")));
    }

    /** What the schema of a kind of file has against the bytes of one. */
    static List<String> errors(String kind, byte[] bytes, View view) {
        return errors(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(text(FILE.resolveSibling(kind + ".schema.json")), InputFormat.JSON),
                bytes,
                view);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json() {
        return JsonMapper.builder().build().readTree(text());
    }

    /** What the schema has against a file, seen in this way; empty if nothing. Only for files that are YAML. */
    static List<String> errors(byte[] bytes, View view) {
        return errors(SCHEMA, bytes, view);
    }

    private static List<String> errors(com.networknt.schema.Schema schema, byte[] bytes, View view) {
        Problems problems = new Problems();
        Source source = SourceText.decode("file", bytes, problems);
        List<String> errors = new ArrayList<>();
        if (source == null) {
            throw new IllegalArgumentException("no text: " + problems.all());
        }
        for (Document document : YamlReader.read(source, problems)) {
            for (Error error : schema.validate(document.root().accept(view))) {
                errors.add(error.toString());
            }
        }
        return errors;
    }

    /** How scalars are taken. */
    enum View implements Node.Visitor<JsonNode> {
        /** As our reader does: everything is text. */
        TEXT,
        /** As editors do: YAML 1.2's core schema makes numbers and truth values of what is not quoted. */
        EDITOR;

        private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
        private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
        private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
        private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
        private static final Pattern NULL = Pattern.compile("null|Null|NULL|~");

        @Override
        public JsonNode scalar(Node.Scalar node) {
            JsonNodeFactory make = JsonNodeFactory.instance;
            String text = node.text();
            if (node.isAbsent()) {
                return make.nullNode();
            }
            if (this == TEXT || !node.plain()) {
                return make.stringNode(text);
            }
            if (NULL.matcher(text).matches()) {
                return make.nullNode();
            }
            if (TRUTH.matcher(text).matches()) {
                return make.booleanNode(Boolean.parseBoolean(text));
            }
            if (INTEGER.matcher(text).matches()) {
                return make.numberNode(new BigInteger(text.startsWith("+") ? text.substring(1) : text));
            }
            if (HEX.matcher(text).matches()) {
                return make.numberNode(new BigInteger(text.substring(2), 16));
            }
            return FLOAT.matcher(text).matches() ? make.numberNode(new BigDecimal(text)) : make.stringNode(text);
        }

        @Override
        public JsonNode sequence(Node.Sequence node) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : node.items()) {
                array.add(item.accept(this));
            }
            return array;
        }

        @Override
        public JsonNode mapping(Node.Mapping node) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Node.Entry entry : node.entries()) {
                object.set(entry.key().text(), entry.value().accept(this));
            }
            return object;
        }

        @Override
        public JsonNode broken(Node.Broken node) {
            return JsonNodeFactory.instance.stringNode(node.span().text());
        }
    }
}
