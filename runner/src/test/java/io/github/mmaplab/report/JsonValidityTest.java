package io.github.mmaplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.mmaplab.report.json.EventReport;
import io.github.mmaplab.report.json.JsonReport;
import io.github.mmaplab.report.json.ReportOrigin;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That both forms of JSON keep to {@code schema/report.schema.json}, and tell the same. */
final class JsonValidityTest {
    private static final Path SCHEMA = Path.of("../schema/report.schema.json");
    private static final ReportOrigin ORIGIN = new ReportOrigin("0.1.0", Instant.EPOCH);

    private static String document(Sample sample) throws IOException {
        StringBuilder out = new StringBuilder();
        sample.tell(new JsonReport(out, ORIGIN));
        return out.toString();
    }

    private static List<String> events(Sample sample) throws IOException {
        StringWriter out = new StringWriter();
        sample.tell(new EventReport(out, ORIGIN));
        return out.toString().lines().toList();
    }

    private static JsonNode parse(String json) {
        return JsonMapper.builder().build().readTree(json);
    }

    private static List<Error> errors(String schema, String json) {
        Schema checked =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema, InputFormat.JSON);
        return checked.validate(json, InputFormat.JSON);
    }

    /** The schema, with another part of it at its top. */
    private static String schemaOf(String definition) throws IOException {
        JsonNode whole = parse(Files.readString(SCHEMA));
        return "{\"$ref\":\"#/definitions/" + definition + "\",\"definitions\":" + whole.get("definitions") + "}";
    }

    @ParameterizedTest
    @EnumSource
    void the_document_keeps_to_the_schema(Sample sample) throws IOException {
        String json = document(sample);
        assertThat(errors(Files.readString(SCHEMA), json)).isEmpty();
        assertThat(errors(Files.readString(SCHEMA), json.replace("\"all-well\"", "\"well\"")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void each_event_keeps_to_the_schema_and_is_one_line_of_ascii(Sample sample) throws IOException {
        String schema = schemaOf("event");
        for (String event : events(sample)) {
            assertThat(errors(schema, event)).as(event).isEmpty();
            assertThat(event).matches("[ -~]+");
        }
        assertThat(errors(schema, "{\"event\":\"began\"}")).isNotEmpty();
    }

    /** But for the trace of a bug, which tells who called. */
    @ParameterizedTest
    @EnumSource(names = "BUG", mode = EnumSource.Mode.EXCLUDE)
    void both_tell_the_same(Sample sample) throws IOException {
        JsonNode document = parse(document(sample));
        List<JsonNode> events =
                events(sample).stream().map(JsonValidityTest::parse).toList();
        assertThat(events.get(0).get("event").asString()).isEqualTo("started");
        assertThat(events.get(0).get("runs").asInt())
                .isEqualTo(document.get("runs").size());
        assertThat(events.get(events.size() - 1).get("event").asString()).isEqualTo("ended");
        assertThat(events)
                .hasSize(2
                        + document.get("problems").size()
                        + document.get("runs").size());
        assertThat(events.stream().filter(event -> event.get("event").asString().equals("played")))
                .zipSatisfy(document.get("runs"), (event, run) -> {
                    assertThat(event.get("findings")).isEqualTo(run.get("findings"));
                    assertThat(event.get("title")).isEqualTo(run.get("title"));
                });
    }

    @Test
    void an_event_is_there_to_be_read_at_once() throws IOException {
        StringWriter file = new StringWriter();
        EventReport report = new EventReport(new BufferedWriter(file), ORIGIN);
        report.begin(1, 1);
        assertThat(file.toString()).startsWith("{\"event\":\"started\"").endsWith("}\n");
        report.played(new Played.NotRun(Sample.hostile().scenarios().get(0)));
        assertThat(file.toString().lines()).hasSize(2).last().asString().startsWith("{\"event\":\"played\"");
    }

    /** What runs come to is a closed set: the schema must know each of them. */
    @ParameterizedTest
    @EnumSource
    void the_schema_knows_every_verdict(Fate fate) throws IOException {
        assertThat(parse(Files.readString(SCHEMA))
                        .at("/definitions/run/properties/verdict/oneOf")
                        .findValuesAsString("const"))
                .contains(fate.word());
    }

    @Test
    void everything_in_the_schema_is_described_and_closed() throws IOException {
        described(parse(Files.readString(SCHEMA)), "");
    }

    private static void described(JsonNode schema, String where) {
        if (schema.has("type") || schema.has("const")) {
            assertThat(schema.has("description")).as(where).isTrue();
        }
        if (schema.has("properties")) {
            assertThat(schema.get("additionalProperties").asBoolean(true))
                    .as(where)
                    .isFalse();
        }
        schema.propertyStream().forEach(entry -> described(entry.getValue(), where + "/" + entry.getKey()));
        for (int i = 0; schema.isArray() && i < schema.size(); i++) {
            described(schema.get(i), where + "/" + i);
        }
    }
}
