package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Explanations as students read them. Beside each scenario stands a text of questions, each a line that begins with
 * {@code >}, and what is answered; {@code -Dgoldens=update} writes the answers.
 */
class GoldenExplanationsTest {

    private static final Path GOLDENS = Path.of("src/test/resources/explain");
    private static final int FEWEST = 25;

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(GOLDENS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_what_a_good_teacher_would_say(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Asked asked : asked(name)) {
            Explanation explanation = asked.explanation();
            assertThat(explanation.reasons()).hasSizeBetween(1, Explanation.MOST_REASONS);
            text.append(text.length() == 0 ? "" : "\n").append(asked.line()).append('\n');
            text.append(ExplanationText.of(explanation));
        }
        Path golden = GOLDENS.resolve(name + ".txt");
        if ("update".equals(System.getProperty("goldens"))) {
            Files.writeString(golden, text);
        }
        assertThat(text).hasToString(Files.readString(golden));
    }

    @Test
    void every_rule_decides_one_of_them() throws IOException {
        Set<Rule> named = EnumSet.noneOf(Rule.class);
        int explanations = 0;
        for (String name : names()) {
            for (Asked asked : asked(name)) {
                explanations++;
                asked.explanation().rules().forEach(rule -> named.add(rule.rule()));
            }
        }
        assertThat(explanations).isGreaterThanOrEqualTo(FEWEST);
        assertThat(named).containsExactlyInAnyOrder(Rule.values());
    }

    private static List<Asked> asked(String name) {
        try {
            ReadResult read = ScenarioReader.read(GOLDENS.resolve(name + ".scenario.yaml"), name);
            assertThat(read.diagnostics()).isEmpty();
            Scenario scenario = read.scenarios().get(0);
            List<Asked> asked = new ArrayList<>();
            for (String line : Files.readAllLines(GOLDENS.resolve(name + ".txt"))) {
                if (line.startsWith(">")) {
                    asked.add(Asked.of(scenario, line));
                }
            }
            return asked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
