package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on explanations is true: its example is answered as it shows. */
class ExplanationsPageTest {

    private static final Path PAGE = Path.of("../docs/explanations.md");

    @TempDir
    private Path folder = PAGE;

    private static String block(String page, String opening) {
        int begin = page.indexOf(opening) + opening.length();
        return page.substring(begin, page.indexOf("```", begin));
    }

    @Test
    void its_example_is_answered_as_it_shows() throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(folder.resolve("child.scenario.yaml"), block(page, "```yaml\n"));
        String shown = block(page, "```console\n");
        String command = shown.lines().findFirst().orElseThrow();
        List<String> words = List.of(command.substring("$ mmaplab ".length()).split(" ", -1));
        Shell.Outcome outcome = new Shell(folder).run(words.toArray(String[]::new));
        String answered = command + "\n" + outcome.out();
        Golden.assertIs(PAGE, page.replace(shown, answered));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void it_is_short_enough_to_be_read() throws IOException {
        assertThat(Files.readAllLines(PAGE)).hasSizeLessThan(60);
    }
}
