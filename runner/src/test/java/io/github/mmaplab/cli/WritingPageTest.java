package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on writing and on seeing are true: their commands, one after the other, say what they show. */
class WritingPageTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder = DOCS;

    @ParameterizedTest
    @ValueSource(strings = {"writing.md", "show.md"})
    void their_commands_answer_as_they_show(String name) throws IOException {
        String page = Files.readString(DOCS.resolve(name));
        Matcher file = FILE.matcher(page);
        assertThat(file.find()).isTrue();
        Shell shell = new Shell(folder).file("cow.scenario.yaml", file.group(1));
        String answered = CONSOLE.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement("```console\n" + answers(shell, block.group(1)) + "```"));
        Golden.assertIs(DOCS.resolve(name), answered);
        assertThat(shell.run("run", "cow.scenario.yaml").code()).isZero();
    }

    private static String answers(Shell shell, String block) {
        StringBuilder answers = new StringBuilder();
        for (String line : block.lines().filter(one -> one.startsWith("$ ")).toList()) {
            List<String> words = List.of(line.substring("$ mmaplab ".length()).split(" ", -1));
            Shell.Outcome outcome = shell.run(words.toArray(String[]::new));
            assertThat(outcome.err()).isEmpty();
            answers.append(line).append('\n').append(outcome.out());
        }
        return answers.toString();
    }

    @ParameterizedTest
    @CsvSource({"writing.md,80", "show.md,110"})
    void they_fit_on_a_screen_or_little_more(String name, int lines) throws IOException {
        assertThat(Files.readAllLines(DOCS.resolve(name))).hasSizeLessThan(lines);
    }
}
