package io.github.mmaplab.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A schema, as it stands in its file. */
final class SchemaFile {
    static final Path FOLDER = Path.of("../schema");

    private SchemaFile() {}

    static JsonNode of(String kind) throws IOException {
        return Messages.JSON.readTree(Files.readString(FOLDER.resolve(kind + ".schema.json")));
    }

    /** The keys that a part of a schema names, each with its description. */
    static Map<String, String> keys(String kind, String pointer) throws IOException {
        Map<String, String> keys = new TreeMap<>();
        for (Map.Entry<String, JsonNode> key :
                of(kind).at(pointer).path("properties").properties()) {
            keys.put(key.getKey(), key.getValue().path("description").asString());
        }
        return keys;
    }

    /** The first line of a file in a folder beside that of the schemas: editors find the schema by it. */
    static String modeline(String kind) {
        return "# yaml-language-server: $schema=../schema/" + kind + ".schema.json\n";
    }
}
