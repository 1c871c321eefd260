package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.ErrorPages;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.gradebook.CanvasGradebook;
import io.github.mmaplab.gradebook.CanvasResult;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tries every example of docs/errors.md. */
final class ErrorPagesTest {
    /** What no example in a page can show; {@code HostileFilesTest} and the wrong files do. */
    private static final Set<Code> SHOWN_AS_COMMANDS = EnumSet.of(
            Code.UNREADABLE_FILE,
            Code.FILE_TOO_LARGE,
            Code.NOT_UTF8,
            Code.BINARY_FILE,
            Code.CONTROL_CHARACTER,
            Code.LINE_TOO_LONG,
            Code.TOO_MANY_CASES,
            Code.NO_SCENARIOS,
            Code.OTHER_KIND,
            Code.NOT_EXPORTED);

    private static final Pattern EXAMPLE =
            Pattern.compile("^(Wrong|Right):\n\n```(\\w+)\n(.*?)\n```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TOP_LEVEL_KEY = Pattern.compile("^([a-z-]+):", Pattern.MULTILINE);

    private static final String WHOLE_FILE = "# the whole file";

    /** The file that the examples are parts of, as the beginning of the page shows it. */
    private static Map<String, String> base() {
        Map<String, String> sections = new LinkedHashMap<>();
        String all = ErrorPages.all();
        String yaml = all.substring(all.indexOf("```yaml\n") + 8, all.indexOf("\n```\n"));
        for (String section : yaml.split("\n(?=[a-z])", -1)) {
            sections.put(section.substring(0, section.indexOf(':')), section);
        }
        assertThat(sections).containsOnlyKeys("scenario", "files", "processes", "expect");
        return sections;
    }

    private static boolean isExercise(String example) {
        return example.startsWith(WHOLE_FILE + "\nexercise:");
    }

    private static String completed(String example) {
        if (example.startsWith(WHOLE_FILE)) {
            return example;
        }
        String text = example.startsWith("- ") ? "steps:\n" + example.indent(2).stripTrailing() : example;
        Map<String, String> sections = base();
        Matcher keys = TOP_LEVEL_KEY.matcher(text);
        while (keys.find()) {
            sections.remove(keys.group(1));
        }
        // a missing key is reported at the first one, an unclosed quote swallows what follows: the example goes last
        return String.join("\n", sections.values()) + "\n" + text + "\n";
    }

    private static Set<Code> codes(Code code, String text) {
        Set<Code> codes = new LinkedHashSet<>();
        for (Diagnostic diagnostic : diagnostics(code, text)) {
            codes.add(diagnostic.code());
        }
        return codes;
    }

    private static List<Diagnostic> diagnostics(Code code, String text) {
        if (isOfGradebooks(code)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            CanvasResult read = CanvasGradebook.read("example.csv", bytes, Optional.empty());
            List<Diagnostic> found = new ArrayList<>(read.diagnostics());
            read.gradebook()
                    .ifPresent(gradebook -> found.addAll(gradebook
                            .withScores("Fork", BigDecimal.TEN, Map.of())
                            .diagnostics()));
            return found;
        }
        if (isExercise(text)) {
            return ExerciseReader.read("example.exercise.yaml", text.getBytes(StandardCharsets.UTF_8))
                    .diagnostics();
        }
        if (isOfRosters(code)) {
            return Roster.read("example.csv", text.getBytes(StandardCharsets.UTF_8))
                    .diagnostics();
        }
        return ScenarioReader.read("example", completed(text).getBytes(StandardCharsets.UTF_8))
                .diagnostics();
    }

    private static boolean isOfRosters(Code code) {
        return code.compareTo(Code.MISSING_COLUMN) >= 0;
    }

    private static boolean isOfGradebooks(Code code) {
        return code.compareTo(Code.NOT_A_GRADEBOOK) >= 0;
    }

    private static String language(Code code) {
        return SHOWN_AS_COMMANDS.contains(code) ? "console" : isOfRosters(code) ? "csv" : "yaml";
    }

    private static Map<String, String> examples(Code code) {
        Map<String, String> examples = new LinkedHashMap<>();
        Matcher matcher = EXAMPLE.matcher(ErrorPages.page(code));
        while (matcher.find()) {
            assertThat(matcher.group(2)).isEqualTo(language(code));
            examples.put(matcher.group(1), matcher.group(3));
        }
        assertThat(examples.keySet()).containsExactly("Wrong", "Right");
        return examples;
    }

    @ParameterizedTest
    @EnumSource
    void the_wrong_example_is_wrong_in_this_way_alone(Code code) {
        if (!SHOWN_AS_COMMANDS.contains(code)) {
            assertThat(codes(code, examples(code).getOrDefault("Wrong", ""))).containsExactly(code);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_right_example_is_right(Code code) {
        if (!SHOWN_AS_COMMANDS.contains(code)) {
            String right = examples(code).getOrDefault("Right", "");
            assertThat(codes(code, right)).isEmpty();
            if (isOfRosters(code) || isExercise(right)) {
                return;
            }
            byte[] bytes = completed(right).getBytes(StandardCharsets.UTF_8);
            assertThat(Schema.errors(bytes, Schema.View.TEXT)).isEmpty();
            assertThat(Schema.errors(bytes, Schema.View.EDITOR)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_heading_is_the_code_and_its_title(Code code) {
        assertThat(ErrorPages.page(code)).startsWith("### " + code.id() + ": " + code.title() + "\n");
        assertThat(ErrorPages.find(code.id().toLowerCase(java.util.Locale.ROOT)))
                .contains(code);
    }

    @Test
    void the_page_has_a_section_for_every_code_in_their_order_and_no_other() {
        List<String> headings = new ArrayList<>();
        ErrorPages.all()
                .lines()
                .filter(line -> line.startsWith("### "))
                .forEach(line -> headings.add(line.substring(4, 9)));
        List<String> ids = new ArrayList<>();
        for (Code code : Code.values()) {
            ids.add(code.id());
        }
        assertThat(headings).isEqualTo(ids);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void an_unknown_code_has_no_page() {
        assertThat(ErrorPages.find("E9999")).isEmpty();
        assertThat(ErrorPages.find("")).isEmpty();
    }
}
