package io.github.mmaplab.scenario.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Word;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.Partial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of exercises and predictions name what the reader reads. */
final class ExerciseVocabularyTest {
    private static JsonNode schema(String kind) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(Path.of("../schema", kind + ".schema.json")));
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> entry : object.path("properties").properties()) {
            keys.add(entry.getKey());
        }
        return keys;
    }

    private static List<String> words(JsonNode definition) {
        List<String> words = new ArrayList<>();
        for (JsonNode one : definition.path("oneOf")) {
            words.add(one.path("const").asString());
        }
        return words;
    }

    private static List<String> words(Word... words) {
        return Arrays.stream(words).map(Word::word).toList();
    }

    @Test
    void the_keys_are_those_of_the_reader() throws IOException {
        JsonNode exercise = schema("exercise");
        assertThat(keys(exercise)).containsExactlyInAnyOrderElementsOf(Kind.EXERCISE.keys());
        assertThat(keys(exercise.at("/properties/grading")))
                .containsExactlyInAnyOrderElementsOf(ExerciseDecoder.GRADING);
        List<String> ofQuestions = new ArrayList<>(Questions.KINDS);
        ofQuestions.addAll(Questions.BESIDE);
        assertThat(keys(exercise.at("/definitions/question/anyOf/1"))).containsExactlyInAnyOrderElementsOf(ofQuestions);
        assertThat(keys(schema("prediction"))).containsExactlyInAnyOrderElementsOf(PredictionDecoder.KEYS);
        assertThat(keys(schema("prediction").at("/definitions/answer/anyOf/1")))
                .containsExactlyInAnyOrderElementsOf(Contents.KEYS);
    }

    @Test
    void the_words_are_those_of_the_model() throws IOException {
        JsonNode exercise = schema("exercise");
        assertThat(words(exercise.at("/definitions/feedback"))).isEqualTo(words(Feedback.values()));
        assertThat(words(exercise.at("/definitions/partial"))).isEqualTo(words(Partial.values()));
    }

    @Test
    void what_exercises_and_scenarios_have_in_common_is_the_same() throws IOException {
        JsonNode scenario = schema("scenario");
        JsonNode exercise = schema("exercise");
        ((ObjectNode) exercise.at("/definitions/step/properties")).remove("ask");
        for (Map.Entry<String, JsonNode> definition :
                scenario.path("definitions").properties()) {
            String name = definition.getKey();
            if (name.equals("step")) {
                assertThat(exercise.at("/definitions/step/properties"))
                        .isEqualTo(definition.getValue().path("properties"));
            } else if (!name.equals("case")) {
                assertThat(exercise.path("definitions").path(name)).as(name).isEqualTo(definition.getValue());
            }
        }
    }
}
