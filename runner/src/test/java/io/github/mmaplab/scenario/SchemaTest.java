package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.scenario.Schema.View;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The schema says what the reader says, as far as a schema can. */
final class SchemaTest {
    private static final Path SCENARIOS = Path.of("../scenarios");

    /** A floor, so that a test of nothing can't pass. */
    private static final int FEWEST_SCENARIOS = 100;

    /** What the first line of a wrong file may say, after {@code # schema:}. */
    private static final Set<String> VERDICTS = Set.of(
            // in both views
            "refuses",
            // the reader's view only: an editor has made a number of the text before the schema sees it
            "refuses as text",
            // the editor's view only: a number that is too large, say
            "refuses as numbers",
            // no schema could, or only at a price
            "can not tell",
            // the file is no YAML
            "never sees it");

    /** Files that can't have such a line. */
    private static final Set<String> WITHOUT_VERDICT = Set.of("empty.yaml", "utf-16.yaml", "byte-order-mark.yaml");

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            List<Path> scenarios = files.filter(file -> file.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList();
            assertThat(scenarios).hasSizeGreaterThanOrEqualTo(FEWEST_SCENARIOS);
            return scenarios;
        }
    }

    static List<Path> wrongFiles() {
        return WrongFiles.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_scenario_is_valid_to_both(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(InputFiles.scenarios(file, file.toString()).diagnostics()).isEmpty();
        assertThat(Schema.errors(bytes, View.TEXT)).isEmpty();
        assertThat(Schema.errors(bytes, View.EDITOR)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void every_wrong_file_is_refused_where_a_schema_can(Path file) throws IOException {
        String verdict = WrongFiles.schemaVerdict(file);
        if (verdict.isEmpty()) {
            assertThat(WITHOUT_VERDICT).contains(file.getFileName().toString());
            return;
        }
        assertThat(VERDICTS).contains(verdict);
        if (verdict.equals("never sees it")) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        boolean asText = !Schema.errors(bytes, View.TEXT).isEmpty();
        boolean inEditor = !Schema.errors(bytes, View.EDITOR).isEmpty();
        String found =
                asText ? (inEditor ? "refuses" : "refuses as text") : inEditor ? "refuses as numbers" : "can not tell";
        assertThat(found).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario", "exercise", "prediction", "results", "class"})
    void everything_is_described(String kind) {
        List<String> without = new ArrayList<>();
        collectUndescribed("", Schema.json(kind), without);
        assertThat(without).isEmpty();
    }

    private static void collectUndescribed(String path, JsonNode node, List<String> without) {
        for (String described : List.of("properties", "definitions")) {
            for (Map.Entry<String, JsonNode> entry : node.path(described).properties()) {
                if (entry.getValue().isObject() && !entry.getValue().has("description")) {
                    without.add(path + "/" + described + "/" + entry.getKey());
                }
            }
        }
        if (node.has("const") && !node.has("description") && path.contains("/oneOf/")) {
            without.add(path);
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                collectUndescribed(path + "/" + entry.getKey(), entry.getValue(), without);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectUndescribed(path + "/" + i, node.get(i), without);
        }
    }

    @Test
    void no_object_takes_keys_that_it_does_not_name() {
        List<String> open = new ArrayList<>();
        collectOpen("", Schema.json(), open);
        assertThat(open).isEmpty();
    }

    private static void collectOpen(String path, JsonNode node, List<String> open) {
        boolean object = node.path("type").toString().contains("object") && !path.endsWith("/properties");
        if (object && !node.has("additionalProperties")) {
            open.add(path);
        }
        for (Map.Entry<String, JsonNode> entry :
                node.isObject() ? node.properties() : Set.<Map.Entry<String, JsonNode>>of()) {
            collectOpen(path + "/" + entry.getKey(), entry.getValue(), open);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectOpen(path + "/" + i, node.get(i), open);
        }
    }

    @Test
    void the_jar_has_it() throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/io/github/mmaplab/schema/scenario.schema.json")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(Schema.text());
        }
    }
}
