package io.github.mmaplab.scenario.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.abi.Word;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The model, the reader and the prose of the schema know the same words. */
final class VocabularyTest {
    private static final JsonNode SCHEMA = schema();

    private static JsonNode schema() {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(java.nio.file.Files.readString(Path.of("../schema/scenario.schema.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> keys(String definition) {
        JsonNode node = SCHEMA.at("/definitions/" + definition);
        return new TreeSet<>(node.get("properties").propertyNames());
    }

    /** The keys of the map that is one of the forms a definition allows. */
    private static Set<String> keysOfForm(JsonNode definition) {
        for (JsonNode form : definition.get("anyOf")) {
            if (form.has("properties")) {
                return new TreeSet<>(form.get("properties").propertyNames());
            }
        }
        throw new AssertionError("no form with properties: " + definition);
    }

    private static Set<String> set(List<String> words) {
        return new TreeSet<>(words);
    }

    /** The words that a sealed type stands for: a record {@code OnDisk} is the word {@code on-disk}. */
    private static Set<String> wordsOf(Class<?> sealedType, Property.Owner... owners) {
        Set<String> words = new TreeSet<>();
        for (Class<?> type : sealedType.getPermittedSubclasses()) {
            if (type == ContentFacet.class) {
                words.addAll(Contents.KEYS);
                words.add("one-of");
            } else if (type == PropertyIs.class) {
                Arrays.stream(Property.values())
                        .filter(property -> List.of(owners).contains(property.owner()))
                        .map(Word::word)
                        .forEach(words::add);
            } else if (type == Step.OnRange.class) {
                Arrays.stream(RangeCall.values()).map(Word::word).forEach(words::add);
            } else if (type == Step.OnFile.class) {
                Arrays.stream(FileCall.values()).map(Word::word).forEach(words::add);
            } else if (type == Step.OnProcess.class) {
                Arrays.stream(ProcessCall.values()).map(Word::word).forEach(words::add);
            } else if (type == Step.Transfer.class) {
                Arrays.stream(TransferCall.values()).map(Word::word).forEach(words::add);
            } else if (type != Step.SyncFolder.class) { // sync: folder
                String name = type.getSimpleName().replaceAll("Is$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-");
                words.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    @Test
    void verbs() {
        assertThat(set(Steps.VERBS)).isEqualTo(wordsOf(Step.class));
    }

    static Stream<Arguments> facets() {
        return Stream.of(
                Arguments.of(FacetKeys.MEMORY, MemoryFacet.class, "memoryFacets"),
                Arguments.of(FacetKeys.FILE, FileFacet.class, "fileFacets"),
                Arguments.of(FacetKeys.PROCESS, ProcessFacet.class, "processFacets"));
    }

    @ParameterizedTest
    @MethodSource("facets")
    void facets_of(FacetKeys keys, Class<?> sealedType, String definition) {
        assertThat(set(keys.keys()))
                .isEqualTo(wordsOf(sealedType, Property.Owner.valueOf(keys.name())))
                .isEqualTo(keys(definition));
    }

    @ParameterizedTest
    @EnumSource
    void the_pages_describe_every_property(Property property) throws IOException {
        String language = java.nio.file.Files.readString(Path.of("../docs/language.md"));
        String facets = language.substring(language.indexOf("| of | facets |"), language.indexOf("## Concurrency"));
        assertThat(facets).containsPattern("`" + property.word() + "\\b");
        if (!Set.of("status", "pages").contains(property.topic())) {
            assertThat(java.nio.file.Files.readString(Path.of("../docs/explanations.md")))
                    .contains("`" + property.topic() + "`");
        }
    }

    @Test
    void keys_of_fixed_maps() {
        assertThat(keys("mapping")).isEqualTo(set(Mappings.KEYS));
        assertThat(keys("mapsRow")).isEqualTo(set(MapsRows.KEYS));
        assertThat(keysOfForm(SCHEMA.at("/definitions/file"))).isEqualTo(set(Files.KEYS));
        assertThat(keysOfForm(SCHEMA.at("/definitions/content"))).isEqualTo(set(Contents.KEYS));
        assertThat(keysOfForm(SCHEMA.at("/definitions/raised"))).isEqualTo(set(Signals.KEYS));
        assertThat(keysOfForm(SCHEMA.at("/definitions/lengthOrArguments")))
                .isEqualTo(set(CallVerbs.keys(RangeCall.MUNMAP)));
        assertThat(argumentsOf("mremap")).isEqualTo(set(MemoryVerbs.MREMAP));
        assertThat(argumentsOf("read")).isEqualTo(set(AccessVerbs.READ));
        assertThat(keys("carried")).isEqualTo(set(CarriedValues.KEYS));
    }

    private static Set<String> argumentsOf(String verb) {
        JsonNode definition = SCHEMA.at("/definitions/" + verb);
        for (JsonNode form : definition.has("anyOf") ? definition.get("anyOf") : List.of(definition)) {
            if (form.has("additionalProperties")) {
                return keysOfForm(form.get("additionalProperties"));
            }
        }
        throw new AssertionError("no arguments: " + verb);
    }

    @Test
    void what_is_not_simulated_is_in_no_list_of_what_is() {
        assertThat(NotSimulated.PARTS).doesNotContainAnyElementsOf(Steps.VERBS);
        for (Map.Entry<List<String>, Word[]> list : Map.<List<String>, Word[]>of(
                        NotSimulated.ADVICES, Advice.values(), NotSimulated.MAP_FLAGS, MapFlag.values())
                .entrySet()) {
            for (Word word : list.getValue()) {
                assertThat(list.getKey()).doesNotContain(word.word());
            }
        }
    }
}
