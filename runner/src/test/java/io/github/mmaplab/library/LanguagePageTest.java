package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantSecret;
import io.github.mmaplab.exercise.grade.Grader;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Prediction;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    void the_example_of_segments_passes() throws IOException {
        String example = examples().get(1);
        assertThat(example).contains("kind: sysv", "...\n");
        ReadResult read = read("scenario: x\n" + example.replaceFirst("\\.\\.\\.\n", "processes: [alice]\nsteps:\n"));
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios()).hasSize(1).map(ScenarioRunner::run).allMatch(ScenarioResult::passed);
    }

    @Test
    void the_example_of_registers_counts() throws IOException {
        ReadResult read = read(
                """
                scenario: x
                processes: { alice: { n: { sharing: shared } } }
                steps:
                """ + examples().get(2).indent(2) + "expect: { alice.r: { zeros: 1 }, alice.n: { hex: \"01\" } }\n");
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios()).hasSize(1).map(ScenarioRunner::run).allMatch(ScenarioResult::passed);
    }

    @Test
    void the_example_of_cases_passes_once_it_is_filled_in() throws IOException {
        String example = examples().get(4);
        assertThat(example).contains("cases:", "...\n");
        String filled =
                example.replaceFirst("\\.\\.\\.\n", BEFORE_THE_MAPPING).replaceFirst("\\.\\.\\.\n", BEHIND_THE_MAPPING);
        ReadResult read = read(filled);
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios()).hasSize(2).map(ScenarioRunner::run).allMatch(ScenarioResult::passed);
    }

    @Test
    void the_example_of_concurrency_passes_on_a_shared_file() throws IOException {
        String example = examples().get(3);
        assertThat(example).contains("concurrently:", "never:     { bob.q: xB }", "sometimes: { bob.q: AB }");
        ReadResult read = read("""
                scenario: x
                files: { data.txt: xx }
                processes:
                  alice: { p: { file: data.txt, sharing: shared } }
                  bob: { q: { file: data.txt, sharing: shared } }
                """ + example);
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios()).hasSize(1).map(ScenarioRunner::run).allMatch(ScenarioResult::passed);
    }

    @Test
    void exercises_and_predictions_are_no_scenarios() throws IOException {
        assertRefused(examples().get(5), "this is an exercise, not a scenario");
        assertRefused(examples().get(6), "this is a prediction, not a scenario");
    }

    @Test
    void the_example_of_an_exercise_is_graded_by_the_prediction_beside_it() throws IOException {
        ExerciseReader.Result read = ExerciseReader.read(
                "fork-private.exercise.yaml", examples().get(5).getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        Assignment assignment = Assignment.of("fork-private.exercise.yaml", read, VariantSecret.of("a secret"));
        AnswerKey key = assignment.key(new Variant(Map.of("word", "HELLO", "writer", "child")));
        Prediction prediction = PredictionReader.read(
                        "p.yaml", examples().get(6).getBytes(StandardCharsets.UTF_8), 4096)
                .prediction()
                .orElseThrow();
        assertThat(prediction.exercise().name()).isEqualTo(assignment.id());
        Map<String, PredictedAnswer> answers = new LinkedHashMap<>();
        prediction.answers().forEach(entry -> answers.put(entry.question().name(), entry.answer()));
        assertThat(answers.keySet()).isEqualTo(key.truth().keySet());
        assertThat(Grader.grade(key, assignment.exercise().grading(), answers).questions())
                .extracting(QuestionGrade::mark)
                .containsOnly(Mark.RIGHT);
    }

    /** A row for each kind of question, and no row for another. */
    @Test
    void the_table_of_questions_has_every_kind() throws IOException {
        List<String> kinds = Files.readAllLines(Path.of("../docs/language.md")).stream()
                .dropWhile(line -> !line.equals("| key | what is asked | what is accepted |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("`", -1)[1])
                .toList();
        String none = "exercise: x\nprocesses: { a: { p: { sharing: private } } }\nask: { q: {} }\n";
        assertThat(ExerciseReader.read("x", none.getBytes(StandardCharsets.UTF_8))
                        .diagnostics())
                .singleElement()
                .satisfies(
                        said -> assertThat(said.hints()).containsExactly("write one of: " + String.join(", ", kinds)));
    }

    private static void assertRefused(String text, String message) {
        assertThat(read(text).diagnostics())
                .extracting(Diagnostic::message)
                .anySatisfy(said -> assertThat(said).contains(message));
    }
}
