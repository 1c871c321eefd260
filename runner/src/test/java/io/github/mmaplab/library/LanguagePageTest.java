package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/language.md} are played; those of parts still to come are refused by name. */
class LanguagePageTest {

    private static final String BEFORE_THE_MAPPING = """
            files: { data.txt: hello }
            processes:
             alice:
            """;

    private static final String BEHIND_THE_MAPPING = """
             bob:
              q: { file: data.txt, sharing: shared }
            steps: [ write: { alice.p: HELLO } ]
            expect:
            """;

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        StringBuilder example = null;
        for (String line : Files.readAllLines(Path.of("../docs/language.md"))) {
            if (line.equals("```yaml")) {
                example = new StringBuilder();
            } else if (line.equals("```") && example != null) {
                examples.add(example.toString());
                example = null;
            } else if (example != null) {
                example.append(line).append('\n');
            }
        }
        return examples;
    }

    private static ReadResult read(String text) {
        return ScenarioReader.read("docs/language.md", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_whole_idea_in_one_file_passes() throws IOException {
        ReadResult read = read(examples().get(0));
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios()).hasSize(1).map(ScenarioRunner::run).allMatch(ScenarioResult::passed);
    }

    @Test
    void the_example_of_cases_passes_once_it_is_filled_in() throws IOException {
        String example = examples().get(2);
        assertThat(example).contains("cases:", "...\n");
        String filled =
                example.replaceFirst("\\.\\.\\.\n", BEFORE_THE_MAPPING).replaceFirst("\\.\\.\\.\n", BEHIND_THE_MAPPING);
        ReadResult read = read(filled);
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios()).hasSize(2).map(ScenarioRunner::run).allMatch(ScenarioResult::passed);
    }

    @Test
    void the_example_of_concurrency_is_refused_by_name() throws IOException {
        String example = examples().get(1);
        assertThat(example).contains("concurrently:");
        assertRefused("scenario: x\nprocesses: [alice, bob]\n" + example, "not simulated yet: `concurrently`");
    }

    @Test
    void exercises_and_predictions_are_no_scenarios() throws IOException {
        assertRefused(examples().get(3), "this is an exercise, not a scenario");
        assertRefused(examples().get(4), "this is a prediction, not a scenario");
    }

    private static void assertRefused(String text, String message) {
        assertThat(read(text).diagnostics())
                .extracting(Diagnostic::message)
                .anySatisfy(said -> assertThat(said).contains(message));
    }
}
