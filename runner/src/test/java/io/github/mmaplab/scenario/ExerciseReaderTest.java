package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.scenario.decode.Exercise;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.Variant;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in an exercise, once it has been read. */
final class ExerciseReaderTest {
    private static final String VARY = """
            exercise: Who writes
            vary:
              writer: [alice, bob]
              word: [HELLO, WORLDS]
            files: { data.txt: hello }
            processes:
              alice: { p: { file: data.txt, sharing: shared } }
              bob: { p: { file: data.txt, sharing: shared } }
            steps:
              - write: { <writer>.p: <word> }
            ask: { sees: alice.p }
            """;

    private static ExerciseReader.Result read(String text) {
        return ExerciseReader.read("sample.exercise.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Exercise exercise(String text) {
        ExerciseReader.Result read = read(text);
        assertThat(read.diagnostics()).isEmpty();
        return read.exercise().orElseThrow();
    }

    private static Scenario scenario(Exercise exercise, Variant variant) {
        Exercise.Variation variation = exercise.read(variant);
        assertThat(variation.problems()).isEmpty();
        return variation.scenario().orElseThrow();
    }

    /** How many bytes each question for content asks for. */
    private static Map<String, Long> lengths(Scenario scenario) {
        Map<String, Long> lengths = new LinkedHashMap<>();
        for (Question question : scenario.questions()) {
            if (question instanceof Question.ContentOf content) {
                lengths.put(content.info().name(), content.bytes().length());
            }
        }
        return lengths;
    }

    private static Variant variant(String writer, String word) {
        return new Variant(Map.of("writer", writer, "word", word));
    }

    @Test
    void as_many_bytes_are_asked_for_as_the_longest_literal_written_there_through_any_mapping_of_it() {
        Exercise exercise = exercise("""
                exercise: Lengths
                files: { data.txt: { pages: [hi, deep] } }
                processes:
                  alice:
                    whole: { file: data.txt, sharing: shared, length: 2 pages }
                    later: { file: data.txt, sharing: private, offset: 1 page }
                    own: { sharing: private }
                steps:
                  - fork: { alice: carol }
                  - write: { carol.own: seven77 }
                  - write: { alice.whole: HELLO }
                  - write: { data.txt + 1 page: longer }
                ask:
                  by-another-mapping: alice.whole + 1 page
                  by-file-offset: alice.later
                  of-the-child: carol.whole
                  of-the-parent: alice.own
                  of-a-file: data.txt
                  as-told: { content-of: alice.whole, length: 2 }
                """);
        assertThat(lengths(scenario(exercise, Variant.ONLY)))
                .containsExactly(
                        Map.entry("by-another-mapping", 6L),
                        Map.entry("by-file-offset", 6L),
                        Map.entry("of-the-child", 5L),
                        Map.entry("of-the-parent", 7L),
                        Map.entry("of-a-file", 5L),
                        Map.entry("as-told", 2L));
    }

    @Test
    void what_is_written_after_the_question_counts_too() {
        Exercise exercise = exercise("""
                exercise: Before and after
                processes: { alice: { p: { sharing: private } } }
                steps:
                  - write: { alice.p: ab }
                  - ask: { early: alice.p }
                  - write: { alice.p: abcdef }
                ask: { late: alice.p }
                """);
        Scenario scenario = scenario(exercise, Variant.ONLY);
        assertThat(lengths(scenario)).containsExactly(Map.entry("early", 6L), Map.entry("late", 6L));
        assertThat(scenario.steps().get(1)).isInstanceOf(Step.Ask.class);
    }

    @Test
    void a_variant_is_a_scenario_with_its_values_in_place() {
        Exercise exercise = exercise(VARY);
        assertThat(exercise.parameters())
                .extracting(parameter -> parameter.name() + " " + parameter.values())
                .containsExactly("writer [alice, bob]", "word [HELLO, WORLDS]");
        for (String writer : List.of("alice", "bob")) {
            for (String word : List.of("HELLO", "WORLDS")) {
                Scenario scenario = scenario(exercise, variant(writer, word));
                Step.Write write = (Step.Write) scenario.steps().get(0);
                Step.Write.Target target = write.targets().get(0);
                assertThat(target.location().written()).isEqualTo(writer + ".p");
                assertThat(target.length()).isEqualTo(word.length());
                assertThat(lengths(scenario)).containsExactly(Map.entry("sees", (long) word.length()));
            }
        }
    }

    @Test
    void a_mistake_that_only_the_last_value_makes_is_found_before_anybody_gets_it() {
        List<Diagnostic> diagnostics =
                read(VARY.replace("[alice, bob]", "[alice, bob, carol]")).diagnostics();
        assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(Code.UNKNOWN_PROCESS);
        Diagnostic said = diagnostics.get(0);
        assertThat(said.span().line()).isEqualTo(10);
        assertThat(said.labels()).hasSize(1);
        assertThat(said.labels().get(0).span().line()).isEqualTo(3);
        assertThat(said.labels().get(0).span().text()).isEqualTo("carol");
    }

    @Test
    void a_mistake_that_every_value_makes_is_told_once() {
        String text = VARY.replace("[HELLO, WORLDS]", "[HELLO, WORLD, PAGES, BYTES]")
                .replace("ask:", "  - write: { dave.p: hello }\nask:");
        assertThat(read(text).diagnostics()).hasSize(1);
    }

    @Test
    void a_name_that_no_parameter_has_is_an_error() {
        ExerciseReader.Result read = read(VARY.replace("<word>", "<wrod>"));
        assertThat(read.exercise()).isEmpty();
        assertThat(read.diagnostics())
                .filteredOn(said -> said.message().contains("`wrod`"))
                .hasSize(1);
    }

    @Test
    void a_mark_at_the_beginning_and_line_ends_of_Windows_change_nothing() {
        Exercise exercise = exercise("\ufeff" + VARY.replace("\n", "\r\n"));
        assertThat(lengths(scenario(exercise, variant("bob", "WORLDS")))).containsExactly(Map.entry("sees", 6L));
    }

    @Test
    void the_bytes_of_the_file_come_along_whatever_is_wrong_with_it() {
        ExerciseReader.Result read = read("scenario: x\n");
        assertThat(read.hasErrors()).isTrue();
        assertThat(read.exercise()).isEmpty();
        assertThat(StandardCharsets.UTF_8.decode(read.bytes()).toString()).isEqualTo("scenario: x\n");
    }
}
