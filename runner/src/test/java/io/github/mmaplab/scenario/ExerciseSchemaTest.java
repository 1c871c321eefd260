package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.scenario.Schema.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of exercises and predictions say what the reader says, as far as schemas can. */
final class ExerciseSchemaTest {
    static List<Path> exercises() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../scenarios/exercises"))) {
            List<Path> exercises = files.filter(file -> file.toString().endsWith(".exercise.yaml"))
                    .sorted()
                    .toList();
            assertThat(exercises).hasSizeGreaterThanOrEqualTo(15);
            return exercises;
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void every_exercise_is_valid_to_both(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(ExerciseReader.read(file.toString(), bytes).diagnostics()).isEmpty();
        assertThat(Schema.errors("exercise", bytes, View.TEXT)).isEmpty();
        assertThat(Schema.errors("exercise", bytes, View.EDITOR)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_the_reader_refuses_a_schema_refuses_where_it_can(View view) throws IOException {
        for (String wrong : List.of("questions", "nothing", "scenario", "prediction", "vary")) {
            Path file = WrongFiles.ROOT.resolve("exercise/" + wrong + ".exercise.yaml");
            assertThat(Schema.errors("exercise", Files.readAllBytes(file), view))
                    .as(wrong)
                    .isNotEmpty();
        }
        Path keys = WrongFiles.ROOT.resolve("exercise/keys.prediction.yaml");
        assertThat(Schema.errors("prediction", Files.readAllBytes(keys), view)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_prediction_is_valid_filled_in_and_empty(View view) {
        for (String answers : List.of("", " { a: hello, b: no, c: 66, d: { hex: \"00 ff\" }, e: }")) {
            byte[] bytes = ("exercise: cow\nstudent: s1\nvariant: ABCD-EFGH\nanswers:" + answers + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(PredictionReader.read("p", bytes, 4096).diagnostics()).isEmpty();
            assertThat(Schema.errors("prediction", bytes, view)).isEmpty();
        }
    }

    @Test
    void everything_is_described() {
        for (String kind : List.of("exercise", "prediction", "class")) {
            Schema.json(kind)
                    .path("definitions")
                    .properties()
                    .forEach(definition -> assertThat(
                                    definition.getValue().path("description").asString())
                            .as(definition.getKey())
                            .isNotEmpty());
            Schema.json(kind)
                    .path("properties")
                    .properties()
                    .forEach(property -> assertThat(property.getValue().has("description")
                                    || property.getKey().startsWith("$"))
                            .as(property.getKey())
                            .isTrue());
        }
    }
}
