package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Explanations as students read them. Beside each scenario there is a text of questions, each a line that begins with
 * {@code >}, and the answers; {@code library.txt} asks about scenarios of the library.
 */
class GoldenExplanationsTest {

    private static final Path GOLDENS = Path.of("src/test/resources/explain");
    private static final Path LIBRARY = Path.of("../scenarios");
    /** A question about a scenario of the library: {@code > [fork/holes #2] content child.p 4}. */
    private static final Pattern OF_LIBRARY = Pattern.compile("> \\[(\\S+?)(?: #(\\d+))?] (.*)");

    private static final int FEWEST = 100;

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
        Path golden = GOLDENS.resolve(name + ".txt");
        StringBuilder text = new StringBuilder();
        for (String line : questions(golden)) {
            text.append(text.length() == 0 ? "" : "\n").append(line).append('\n');
            text.append(ExplanationText.of(asked(golden, line).explanation()));
        }
        Golden.assertIs(golden, text.toString());
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_true(String name) throws IOException {
        Path golden = GOLDENS.resolve(name + ".txt");
        for (String line : questions(golden)) {
            Checker.check(asked(golden, line).query());
        }
    }

    @Test
    void every_rule_decides_one_of_them() throws IOException {
        Set<Rule> named = EnumSet.noneOf(Rule.class);
        int explanations = 0;
        for (String name : names()) {
            Path golden = GOLDENS.resolve(name + ".txt");
            for (String line : questions(golden)) {
                explanations++;
                asked(golden, line).explanation().rules().forEach(rule -> named.add(rule.rule()));
            }
        }
        assertThat(explanations).isGreaterThanOrEqualTo(FEWEST);
        assertThat(named).containsExactlyInAnyOrder(Rule.values());
    }

    private static List<String> questions(Path golden) throws IOException {
        return Files.readAllLines(golden).stream()
                .filter(line -> line.startsWith(">"))
                .toList();
    }

    private static Asked asked(Path golden, String line) throws IOException {
        Path scenario = golden.resolveSibling(golden.getFileName().toString().replace(".txt", ".scenario.yaml"));
        int document = 0;
        String question = line;
        Matcher ofLibrary = OF_LIBRARY.matcher(line);
        if (ofLibrary.matches()) {
            scenario = LIBRARY.resolve(ofLibrary.group(1) + ".scenario.yaml");
            document = ofLibrary.group(2) == null ? 0 : Integer.parseInt(ofLibrary.group(2)) - 1;
            question = "> " + ofLibrary.group(3);
        }
        ReadResult read = InputFiles.scenarios(scenario, scenario.toString());
        assertThat(read.diagnostics()).isEmpty();
        return Asked.of(Orders.first(read.scenarios().get(document)), question);
    }
}
