package io.github.mmaplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.npm.Npm;
import io.github.mmaplab.report.tap.TapReport;
import io.github.mmaplab.report.tap.TapVersion;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That a parser of TAP 14, the one of node-tap, reads our TAP as it was meant. */
@NeedsTool(Tool.REPORT_JUDGES)
final class TapValidityTest {
    private static final String PARSER = "tap-parser/bin/cmd.cjs";

    private static String tap(Sample sample) throws IOException {
        return tap(sample, TapVersion.V14);
    }

    private static String tap(Sample sample, TapVersion version) throws IOException {
        StringBuilder tap = new StringBuilder();
        sample.tell(new TapReport(tap, version));
        return tap.toString();
    }

    /** All events of one kind: the parser's JSON is a list of pairs. */
    private static List<JsonNode> parse(String tap, String kind) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode event : JsonMapper.builder().build().readTree(Npm.run(PARSER, tap, "--json", "--strict"))) {
            if (event.get(0).asString().equals(kind)) {
                found.add(event.get(1));
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(names = "NOTHING", mode = EnumSource.Mode.EXCLUDE)
    void nothing_in_it_is_no_tap(Sample sample) throws Exception {
        String tap = tap(sample);
        JsonNode complete = parse(tap, "complete").get(0);
        long points = tap.lines()
                .filter(line -> line.matches("(not )?ok [0-9]+ - .*"))
                .count();
        assertThat(parse(tap, "version").get(0).asInt()).isEqualTo(14);
        assertThat(complete.get("count").asLong()).isEqualTo(points).isPositive();
        assertThat(complete.get("bailout").asBoolean()).isFalse();
        assertThat(complete.get("plan").get("end").asLong()).isEqualTo(points);
        for (JsonNode failure : complete.get("failures")) {
            assertThat(failure.get("tapError").isNull()).as(failure.toString()).isTrue();
            assertThat(failure.get("diag").get("message").asString()).isNotEmpty();
            assertThat(failure.get("diag").get("line").asInt()).isPositive();
            assertThat(failure.get("diag").get("column").asInt()).isPositive();
        }
        assertThat(parse(tap, "extra")).isEmpty();
    }

    @Test
    void what_was_expected_and_what_came_can_be_read() throws Exception {
        JsonNode failure = parse(tap(Sample.FAILURES), "complete")
                .get(0)
                .get("failures")
                .get(1)
                .get("diag");
        assertThat(failure.get("message").asString()).isEqualTo("bob.q: expected \"old\", but it holds \"new\"");
        assertThat(failure.get("expected").asString()).isEqualTo("old");
        assertThat(failure.get("actual").asString()).isEqualTo("new");
        assertThat(failure.get("file").asString()).isEqualTo("mixed.scenario.yaml");
        assertThat(failure.get("story").asString()).contains("\n...\n", " --> mixed.scenario.yaml:14:10\n");
    }

    @Test
    void no_title_is_a_directive() throws Exception {
        for (JsonNode point : parse(tap(Sample.HOSTILE), "assert")) {
            assertThat(point.get("ok").asBoolean()).isFalse();
            assertThat(point.get("todo").asBoolean()).isFalse();
            assertThat(point.get("skip").asBoolean()).isFalse();
        }
        assertThat(parse(tap(Sample.HOSTILE), "assert").get(1).get("name").asString())
                .contains("<script>alert(1)</script>", "# TODO \\ # SKIP", "\uD83D\uDE00")
                .endsWith("a#b\\c,d:e%25<script>::x.scenario.yaml:1)");
    }

    @Test
    void what_was_not_run_is_skipped_with_the_reason() throws Exception {
        List<JsonNode> points = parse(tap(Sample.BUG), "assert");
        assertThat(points.get(0).get("ok").asBoolean()).isFalse();
        assertThat(points.get(0).get("diag").get("type").asString()).isEqualTo("bug");
        assertThat(points.get(1).get("skip").asString()).isEqualTo("not run, because another scenario failed");
        assertThat(points.get(2).get("skip").asString()).startsWith("::error file=x::pwned");
    }

    @Test
    void an_empty_part_is_skipped() throws Exception {
        StringBuilder tap = new StringBuilder();
        TapReport report = new TapReport(tap, TapVersion.V14);
        report.begin(2, 0);
        report.diagnostics(List.of());
        report.end(new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        JsonNode complete = parse(tap.toString(), "complete").get(0);
        assertThat(complete.get("ok").asBoolean()).isTrue();
        assertThat(complete.get("plan").get("skipAll").asBoolean()).isTrue();
    }

    @Test
    void nothing_is_not_taken_for_nothing_wrong() throws Exception {
        String tap = tap(Sample.NOTHING);
        assertThat(tap).isEqualTo("TAP version 14\nBail out! nothing was selected\n");
        JsonNode complete = parse(tap, "complete").get(0);
        assertThat(complete.get("ok").asBoolean()).isFalse();
        assertThat(complete.get("bailout").asString()).isEqualTo("nothing was selected");
    }

    @ParameterizedTest
    @EnumSource(names = "NOTHING", mode = EnumSource.Mode.EXCLUDE)
    void the_older_version_has_no_sign_that_it_can_not_escape(Sample sample) throws Exception {
        String tap = tap(sample, TapVersion.V13);
        assertThat(tap).startsWith("TAP version 13\n");
        assertThat(tap.lines().filter(line -> line.matches("(not )?ok .*")))
                .allSatisfy(
                        line -> assertThat(line.replaceFirst(" # SKIP ", "")).doesNotContain("#"));
        assertThat(parse(tap, "complete").get(0).get("ok").asBoolean())
                .isEqualTo(parse(tap(sample), "complete").get(0).get("ok").asBoolean());
        assertThat(parse(tap, "extra")).isEmpty();
    }
}
