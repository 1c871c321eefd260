package io.github.mmaplab.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an editor offers to write at one go is right as it is. */
@NeedsTool(Tool.LANGUAGE_SERVER)
final class SnippetTest {
    private static final Path FOLDER = Path.of("../scenarios");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static LanguageServer editor;

    private static int opened;

    @BeforeAll
    static void start() throws IOException {
        editor = LanguageServer.start(Path.of(".."), "{}");
    }

    @AfterAll
    static void stop() {
        editor.close();
    }

    private static Path fresh() {
        opened++;
        return FOLDER.resolve("snippet-" + opened + ".yaml");
    }

    /** What of a list of the schema is offered at a place. */
    private static List<Offer> offers(String kind, String pointer, Place place) throws IOException {
        List<String> labels = new ArrayList<>();
        for (JsonNode snippet : SchemaFile.of(kind).at(pointer).path("defaultSnippets")) {
            assertThat(snippet.path("description").asString(""))
                    .as(snippet.toString())
                    .isNotEmpty();
            labels.add(snippet.path("label").asString());
        }
        assertThat(labels).isNotEmpty();
        Path file = fresh();
        editor.open(file, place.text());
        List<Offer> offers = editor.offers(file, place).stream()
                .filter(offer -> offer.isSnippet() && labels.contains(offer.label()))
                .toList();
        assertThat(offers).extracting(Offer::label).containsExactlyInAnyOrderElementsOf(labels);
        return offers;
    }

    /** The lines are separated by slashes; blanks at their beginnings count, and are underscores. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "scenario; /properties/files;     scenario: T/files:/__|/processes: [alice]/expect: { alice: { alive: true } }",
                "scenario; /properties/processes; scenario: T/processes:/__|/expect: { alice: { alive: true } }",
                "scenario; /definitions/mappings; scenario: T/processes:/__alice:/____|/expect: { alice: { alive: true } }",
                "scenario; /definitions/mapping;  scenario: T/processes:/__alice:/____p:/______|/expect: { alice.p: x }",
                "scenario; /definitions/step;     scenario: T/processes: [alice]/steps:/__- |/expect: { alice: { alive: true } }",
                "scenario; /definitions/expectations; scenario: T/processes: [alice]/expect:/__|",
                "scenario; /definitions/expectations; scenario: T/processes: [alice]/steps:/__- expect:/______|",
                "exercise; /definitions/step;     exercise: T/processes: [alice]/steps:/__- |/ask: { q: alice.p }",
                "exercise; /definitions/questions; exercise: T/processes: [alice]/ask:/__|",
                "exercise; /definitions/questions; exercise: T/processes: [alice]/steps:/__- ask:/______|",
                "exercise; /properties/vary;      exercise: T/vary:/__|/processes: [alice]/ask: { q: alice.p }",
            })
    void a_part_of_a_file_is_offered_in_its_place_and_is_valid_there(String kind, String pointer, String marked)
            throws IOException {
        String text = marked.replace("/", "\n").replace('_', ' ') + "\n";
        Place place = Place.of(SchemaFile.modeline(kind) + text);
        Map<Path, String> taken = new LinkedHashMap<>();
        for (Offer offer : offers(kind, pointer, place)) {
            taken.put(fresh(), offer.takenAt(place));
        }
        editor.open(taken)
                .forEach((file, underlined) ->
                        assertThat(underlined).as(taken.get(file)).isEmpty());
    }

    @Test
    void a_whole_scenario_is_offered_in_an_empty_file_and_passes() throws IOException {
        Place place = Place.of(SchemaFile.modeline("scenario") + "|");
        for (Offer offer : offers("scenario", "", place)) {
            String text = offer.takenAt(place);
            assertThat(editor.open(fresh(), text)).as(text).isEmpty();
            ReadResult read = ScenarioReader.read("snippet", text.getBytes(StandardCharsets.UTF_8));
            assertThat(read.diagnostics()).as(text).isEmpty();
            for (Scenario scenario : read.scenarios()) {
                assertThat(ScenarioRunner.run(scenario).passed()).as(text).isTrue();
            }
            assertThat(read.scenarios()).hasSize(1);
        }
    }

    @Test
    void a_whole_exercise_is_offered_in_an_empty_file_and_is_valid() throws IOException {
        Place place = Place.of(SchemaFile.modeline("exercise") + "|");
        for (Offer offer : offers("exercise", "", place)) {
            String text = offer.takenAt(place);
            assertThat(editor.open(fresh(), text)).as(text).isEmpty();
            ExerciseReader.Result read = ExerciseReader.read("snippet", text.getBytes(StandardCharsets.UTF_8));
            assertThat(read.diagnostics()).as(text).isEmpty();
            assertThat(read.exercise()).isPresent();
        }
    }
}
