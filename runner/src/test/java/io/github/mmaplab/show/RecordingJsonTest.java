package io.github.mmaplab.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.mmaplab.library.Library;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.report.json.RecordingJson;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recording as JSON is what its schema says, and has all that the storyboard has. */
class RecordingJsonTest {
    private static final Path SCHEMA = Path.of("../schema/recording.schema.json");

    /** The members that are not called as the components of the records are. */
    private static final Map<String, String> RENAMED = Map.of("came", "result");

    /** The components that some recording has, by their paths. */
    private static final int COMPONENTS = 86;

    private static final String STOPPED = """
            scenario: A process that is expected to live dies
            processes: { alice: { p: { sharing: private } } }
            steps:
              - write: { alice.p + 1 page: x }
              - write: { alice.p: x }
            expect: { alice.p: x }
            """;

    private final Set<String> seen = new TreeSet<>();

    private static String json(Storyboard storyboard) throws IOException {
        StringBuilder json = new StringBuilder();
        RecordingJson.write(storyboard, "1", json);
        return json.toString();
    }

    private static Storyboard storyboard(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Storyboards.of(
                ScenarioReader.read("a.scenario.yaml", bytes).scenarios().get(0));
    }

    private static JsonNode parse(String json) {
        return JsonMapper.builder().build().readTree(json);
    }

    @Test
    void the_recordings_of_the_library_keep_to_the_schema_and_have_every_component() throws Exception {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(Files.readString(SCHEMA));
        List<Storyboard> storyboards = new ArrayList<>(List.of(storyboard(STOPPED)));
        for (Scenario scenario : Library.scenarios()) {
            storyboards.add(Storyboards.of(scenario));
        }
        for (Storyboard storyboard : storyboards) {
            String json = json(storyboard);
            assertThat(json).isASCII();
            assertThat(schema.validate(json, InputFormat.JSON))
                    .as(storyboard.title())
                    .isEmpty();
            same("", storyboard, parse(json));
        }
        assertThat(schema.validate(json(storyboards.get(0)).replace("\"alive\"", "\"living\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(seen).hasSize(COMPONENTS);
    }

    /** Claims that {@code json} is {@code value}, with a member for each component of a record. */
    private void same(String path, Object value, JsonNode json) throws ReflectiveOperationException {
        if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                name = RENAMED.getOrDefault(name, name);
                component.getAccessor().setAccessible(true);
                member(path + "." + name, record, component.getAccessor().invoke(record), json.get(name));
            }
        } else if (value instanceof List<?> list) {
            assertThat(json.size()).as(path).isEqualTo(list.size());
            for (int i = 0; i < list.size(); i++) {
                same(path, list.get(i), json.get(i));
            }
        } else if (value instanceof Enum<?> constant) {
            assertThat(json.asString()).as(path).isEqualToIgnoringCase(constant.name());
        } else if (path.endsWith(".start") || path.endsWith(".end")) {
            assertThat(Long.decode(json.asString())).as(path).isEqualTo(value);
        } else {
            assertThat(json.asString()).as(path).isEqualTo(value.toString());
        }
    }

    private void member(String path, Record owner, Object value, JsonNode json) throws ReflectiveOperationException {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (value instanceof OptionalLong number) {
            present = number.isPresent() ? number.getAsLong() : null;
        }
        boolean noIndex = owner instanceof PageView page && page.file().isEmpty() && path.endsWith(".pages.index");
        if (present == null || noIndex) {
            assertThat(json).as(path).isNull();
        } else {
            seen.add(path);
            assertThat(json).as(path).isNotNull();
            same(path, present, json);
        }
    }

    @Test
    void numbers_are_exact_however_large() throws IOException {
        Storyboard storyboard = storyboard("""
                scenario: A file of the largest size
                files: { large: { kind: memfd, size: 0x7fffffffffffffff } }
                processes: { alice: { p: { file: large, sharing: shared, offset: 0x7fffffffffffe000, length: 1 page } } }
                expect: { alice.p: { zeros: 1 } }
                """);
        assertThat(json(storyboard)).contains("\"size\":9223372036854775807,", "\"offset\":9223372036854767616,");
    }
}
