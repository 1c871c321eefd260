package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.scenario.Schema.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the tables of docs/language.md say is so. */
final class LanguageTablesTest {
    private static final Path PAGE = Path.of("../docs/language.md");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    @Test
    void the_whole_idea_in_one_file_can_be_read() throws IOException {
        String page = page();
        int start = page.indexOf("```yaml\n") + 8;
        byte[] example = page.substring(start, page.indexOf("\n```", start)).getBytes(StandardCharsets.UTF_8);
        ReadResult result = ScenarioReader.read("example", example);
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.scenarios()).hasSize(1);
        assertThat(Schema.errors(example, View.TEXT)).isEmpty();
        assertThat(Schema.errors(example, View.EDITOR)).isEmpty();
    }

    /** The examples of the table of verbs, each beside a fork, two mappings and two files. */
    @Test
    void every_example_of_a_verb_can_be_read() throws IOException {
        Pattern row = Pattern.compile("^\\| ((?:`[a-z]+`(?:, )?)+) \\| (.+?) \\| .*\\|$", Pattern.MULTILINE);
        Matcher rows =
                row.matcher(page().substring(page().indexOf("## Steps"), page().indexOf("A step succeeds unless")));
        int examples = 0;
        while (rows.find()) {
            String verb = rows.group(1).replaceAll("`", "").split(",", -1)[0];
            Matcher codes = Pattern.compile("`([^`]+)`").matcher(rows.group(2));
            while (codes.find()) {
                String step = codes.group(1).startsWith("{") ? verb + ": " + codes.group(1) : codes.group(1);
                ReadResult result = read(step);
                examples++;
                assertThat(result.hasErrors())
                        .as(step + " " + result.diagnostics())
                        .isFalse();
            }
        }
        assertThat(examples).isGreaterThan(25);
    }

    private static String inABranch(String step) {
        return "concurrently: { one: [ { " + step + " } ], other: [ write: { alice.p: X } ] }";
    }

    private static ReadResult read(String step) {
        String forked = step.startsWith("fork") ? "" : "  - fork: { parent: child }\n";
        String opened = step.startsWith("close")
                        || step.startsWith("dup")
                        || (step.startsWith("p") && step.contains("alice.log"))
                ? "  - open: { alice.log: { file: data.txt } }\n"
                : "";
        return ScenarioReader.read(
                "example",
                ("""
                scenario: x
                files: { data.txt: hello, mem: { size: 1 page, kind: memfd } }
                processes:
                  alice:
                    p: { file: data.txt, sharing: private }
                  parent:
                steps:
                """ + forked + opened + "  - " + (step.startsWith("until") ? inABranch(step) : step)
                                + "\nexpect: { alice: { alive: true } }\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
