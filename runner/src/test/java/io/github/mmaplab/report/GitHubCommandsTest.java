package io.github.mmaplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.report.github.Annotations;
import io.github.mmaplab.report.github.Fence;
import io.github.mmaplab.report.github.Fenced;
import io.github.mmaplab.report.github.StepSummary;
import io.github.mmaplab.scenario.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That GitHub's runner, as its documentation describes it, takes for commands what is meant as one, and nothing else. */
final class GitHubCommandsTest {
    private static final String TOKEN = "e4b1";
    private static final int MEBIBYTE = 1 << 20;

    /** A command that the runner obeys. */
    record Obeyed(String name, Map<String, String> properties, String message) {}

    /** What the runner does with a log: commands in both of its spellings, unless they are stopped. */
    private static List<Obeyed> obeyed(String log) {
        List<Obeyed> all = new ArrayList<>();
        String stoppedBy = "";
        for (String line : log.split("\r\n|\r|\n", -1)) {
            Obeyed command = command(line.stripLeading());
            if (command == null) {
                continue;
            }
            if (!stoppedBy.isEmpty()) {
                stoppedBy = command.name.equals(stoppedBy) ? "" : stoppedBy;
            } else if (command.name.equals("stop-commands")) {
                stoppedBy = command.message;
            } else {
                all.add(command);
            }
        }
        assertThat(stoppedBy).as("the runner obeys again at the end").isEmpty();
        return all;
    }

    private static @Nullable Obeyed command(String line) {
        int old = line.indexOf("##[");
        if (!line.startsWith("::")) {
            return old < 0 ? null : new Obeyed(line.substring(old + 3), Map.of(), "");
        }
        int end = line.indexOf("::", 2);
        if (end < 0) {
            return null;
        }
        String[] words = line.substring(2, end).split(" ", 2);
        Map<String, String> properties = new LinkedHashMap<>();
        if (words.length > 1) {
            for (String property : words[1].split(",", -1)) {
                String[] sides = property.split("=", 2);
                properties.put(sides[0], unescaped(sides[1].replace("%3A", ":").replace("%2C", ",")));
            }
        }
        return new Obeyed(words[0], properties, unescaped(line.substring(end + 2)));
    }

    private static String unescaped(String text) {
        return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }

    /** The log of a step: the text for people, and the annotations. */
    private static String log(Sample sample) throws IOException {
        StringBuilder log = new StringBuilder();
        TextReport text = new TextReport(log, Palette.PLAIN, TextReport.Detail.VERBOSE, false);
        sample.tell(new Fenced(text, new Fence(log, TOKEN)));
        sample.tell(new Annotations(log, file -> "in/" + file));
        return log.toString();
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_obeyed_are_our_annotations(Sample sample) throws IOException {
        List<Obeyed> commands = obeyed(log(sample));
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.name).isIn("error", "warning", "notice");
            assertThat(command.properties.keySet()).startsWith("file").endsWith("title");
            assertThat(command.properties.get("file")).startsWith("in/").endsWith(".scenario.yaml");
            assertThat(command.message).isNotEmpty();
        });
        assertThat(commands.isEmpty()).isEqualTo(sample == Sample.NOTHING);
    }

    @Test
    void without_the_fence_the_log_could_be_steered() throws IOException {
        StringBuilder log = new StringBuilder();
        Sample.HOSTILE.tell(new TextReport(log, Palette.PLAIN, TextReport.Detail.VERBOSE, false));
        assertThat(obeyed(log.toString())).isNotEmpty();
    }

    @Test
    void an_annotation_stands_where_the_scenario_says_it() throws IOException {
        Obeyed command = obeyed(log(Sample.FAILURES)).get(1);
        assertThat(command.properties)
                .containsExactly(
                        Map.entry("file", "in/mixed.scenario.yaml"),
                        Map.entry("line", "14"),
                        Map.entry("endLine", "14"),
                        Map.entry("col", "10"),
                        Map.entry("endColumn", "16"),
                        Map.entry("title", "One row passes, another fails [row 2: sharing=shared, sees=old]"));
        assertThat(command.message).isEqualTo("bob.q: expected \"old\", but it holds \"new\"");
    }

    @Test
    void hostile_text_arrives_as_it_was() throws IOException {
        assertThat(obeyed(log(Sample.HOSTILE)).get(0).properties.get("file"))
                .isEqualTo("in/a#b\\c,d:e%25<script>::x.scenario.yaml");
        assertThat(obeyed(log(Sample.BUG)).get(0).message).contains("<script>alert(1)</script>", "%0A %25");
    }

    /** Ten are shown: not ten rows of one scenario, when others fail too. */
    @Test
    void of_many_the_most_telling_come_first() throws IOException {
        StringBuilder text = new StringBuilder("scenario: Rows\ncases:\n");
        for (int i = 0; i < 20; i++) {
            text.append("  - { x: no").append(i).append(" }\n");
        }
        text.append("processes: { a: { p: { sharing: private } } }\nexpect: { a.p: <x> }\n");
        text.append("---\nscenario: Last\nprocesses: { a: { p: { sharing: private } } }\nexpect: { a.p: no }\n");
        text.append("---\nscenario: Invalid\n");
        ReadResult read = Reports.read(text.toString());
        StringBuilder log = new StringBuilder();
        Reports.play(read, new Annotations(log, file -> file));
        List<Obeyed> commands = obeyed(log.toString());
        assertThat(commands).hasSize(10);
        assertThat(commands.get(0).properties.get("title")).isEqualTo("a key is missing (E0202)");
        assertThat(commands.get(1).properties.get("title")).startsWith("Rows [row 1:");
        assertThat(commands.get(2).properties.get("title")).isEqualTo("Last");
        assertThat(log).endsWith("and 13 more of kind error\n");
    }

    @ParameterizedTest
    @EnumSource
    void the_summary_has_no_tags_but_ours_outside_of_code(Sample sample) throws IOException {
        StringBuilder summary = new StringBuilder();
        sample.tell(new StepSummary(summary, file -> file, MEBIBYTE));
        String outside = summary.toString()
                .replaceAll("(?ms)^(`{3,})$.*?^\\1$", "")
                .replaceAll("(?<!\\\\)(`+)[^`].*?[^`]?\\1(?!`)", "")
                .replaceAll("</?(details|summary)>", "");
        assertThat(outside).startsWith("### mmaplab: ").doesNotContainPattern("(?<!\\\\)<");
    }

    @Test
    void a_summary_never_exceeds_its_room() throws IOException {
        for (int room : new int[] {0, 1500, 2500, 4000}) {
            StringBuilder summary = new StringBuilder();
            Sample.CONTENTS.tell(new StepSummary(summary, file -> file, room));
            assertThat(summary.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(room);
            assertThat(summary.toString().contains("which did not fit")).isEqualTo(room > 1024);
        }
    }
}
