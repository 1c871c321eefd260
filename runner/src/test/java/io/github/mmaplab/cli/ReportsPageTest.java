package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/reports.md} is true: its commands print what it shows, where {@code …} stands for anything. */
final class ReportsPageTest {
    private static final Path PAGE = Path.of("../docs/reports.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```sh\nmmaplab ([^\n]*)\n```\n```\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path folder = PAGE;

    @Test
    void prints_what_the_page_shows() throws IOException {
        String page = Files.readString(PAGE);
        Matcher scenario =
                Pattern.compile("```yaml\n(# cow.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(scenario.find()).isTrue();
        Shell shell = new Shell(folder).file("cow.scenario.yaml", scenario.group(1));
        List<String> formats = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            formats.add(example.group(1).replaceAll(".*--report (\\w+)=.*", "$1"));
            Shell.Outcome outcome = shell.run(example.group(1).split(" "));
            assertThat(outcome.err()).isEmpty();
            String printed = outcome.out().replace("unpackaged", "0.1.0");
            String shown = Arrays.stream(example.group(2).split("…", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            assertThat(printed).matches(Pattern.compile(shown + ".*", Pattern.DOTALL));
        }
        assertThat(formats).containsExactly("junit", "jsonl");
    }

    @Test
    void is_a_screen_long() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .hasSizeLessThanOrEqualTo(60)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void knows_every_format() throws IOException {
        String page = Files.readString(PAGE);
        for (String format : CompletionValues.ofOption("FORMAT=FILE")) {
            assertThat(page).contains("| `" + format.replace("=", "") + "` |");
        }
    }
}
