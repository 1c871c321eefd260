package io.github.mmaplab.scenario.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.scenario.model.StepTrait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @Test
    void the_page_on_the_language_has_a_row_for_each_question() throws IOException {
        String page = Files.readString(Path.of("../docs/language.md"));
        String table =
                page.substring(page.indexOf("| key | what is asked |"), page.indexOf("Questions change nothing."));
        assertThat(Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
                        .matcher(table)
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(WhatIsAsked.KINDS);
    }

    @Test
    void the_keys_are_those_of_the_reader() throws IOException {
        JsonNode exercise = schema("exercise");
        assertThat(keys(exercise.at("/properties/grading")))
                .containsExactlyInAnyOrderElementsOf(ExerciseDecoder.GRADING);
        List<String> ofQuestions = new ArrayList<>(WhatIsAsked.KINDS);
        ofQuestions.addAll(Questions.BESIDE);
        assertThat(keys(exercise.at("/definitions/question/anyOf/1"))).containsExactlyInAnyOrderElementsOf(ofQuestions);
        assertThat(keys(exercise.at("/definitions/question/anyOf/1/properties/which")))
                .containsExactly(
                        Arrays.stream(StepTrait.values()).map(StepTrait::word).toArray(String[]::new));
        assertThat(keys(schema("prediction"))).containsExactlyInAnyOrderElementsOf(PredictionDecoder.KEYS);
        assertThat(keys(schema("prediction").at("/definitions/answer/anyOf/1")))
                .containsExactlyInAnyOrderElementsOf(Contents.KEYS);
    }
}
