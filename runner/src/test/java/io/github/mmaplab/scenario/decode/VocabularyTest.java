package io.github.mmaplab.scenario.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.abi.Word;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.MachineFacet;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The model, the reader and the schema know the same words. */
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
        JsonNode node = definition.isEmpty() ? SCHEMA : SCHEMA.at("/definitions/" + definition);
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
    private static Set<String> wordsOf(Class<?> sealedType) {
        Set<String> words = new TreeSet<>();
        for (Class<?> type : sealedType.getPermittedSubclasses()) {
            if (type == ContentIs.class) {
                words.addAll(Contents.KEYS);
            } else if (type == Step.OnRange.class) {
                Arrays.stream(RangeCall.values()).map(Word::word).forEach(words::add);
            } else {
                String name = type.getSimpleName().replaceAll("Is$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-");
                words.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    @Test
    void verbs() {
        Set<String> verbs = wordsOf(Step.class);
        assertThat(set(Steps.VERBS)).isEqualTo(verbs);
        verbs.remove("ask"); // in exercises alone
        Set<String> beside = set(List.of("fails", "raises", "dies", "label", "note"));
        beside.addAll(verbs);
        assertThat(keys("step")).isEqualTo(beside);
        List<String> alternatives = new ArrayList<>();
        for (JsonNode alternative : SCHEMA.at("/definitions/step/oneOf")) {
            if (alternative.has("required")) {
                alternatives.add(alternative.get("required").get(0).asString());
            }
        }
        assertThat(set(alternatives)).isEqualTo(verbs);
    }

    static Stream<Arguments> facets() {
        return Stream.of(
                Arguments.of(FacetKeys.MEMORY, MemoryFacet.class, "memoryFacets"),
                Arguments.of(FacetKeys.FILE, FileFacet.class, "fileFacets"),
                Arguments.of(FacetKeys.PROCESS, ProcessFacet.class, "processFacets"),
                Arguments.of(FacetKeys.MACHINE, MachineFacet.class, "machineFacets"));
    }

    @ParameterizedTest
    @MethodSource("facets")
    void facets_of(FacetKeys keys, Class<?> sealedType, String definition) {
        assertThat(set(keys.keys())).isEqualTo(wordsOf(sealedType)).isEqualTo(keys(definition));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("sharing", Sharing.class),
                Arguments.of("fileKind", FileKind.class),
                Arguments.of("fileMode", FileMode.class),
                Arguments.of("openMode", OpenMode.class),
                Arguments.of("mapFlag", MapFlag.class),
                Arguments.of("remapFlag", RemapFlag.class),
                Arguments.of("syncFlag", SyncFlag.class),
                Arguments.of("advice", Advice.class),
                Arguments.of("errno", Errno.class),
                Arguments.of("signal", Signal.class),
                Arguments.of("signalCode", SignalCode.class));
    }

    @ParameterizedTest
    @MethodSource("lists")
    <W extends Enum<W> & Word> void words_of(String definition, Class<W> words) {
        List<String> consts = new ArrayList<>();
        for (JsonNode word : SCHEMA.at("/definitions/" + definition + "/anyOf/0/oneOf")) {
            consts.add(word.get("const").asString());
        }
        assertThat(set(consts))
                .isEqualTo(set(Arrays.stream(words.getEnumConstants())
                        .filter(Word::isOffered)
                        .map(Word::word)
                        .toList()));
        assertThat(consts).doesNotHaveDuplicates();
    }

    @Test
    void keys_of_fixed_maps() {
        assertThat(keys("")).isEqualTo(set(Kind.SCENARIO.keys()));
        assertThat(keys("mapping")).isEqualTo(set(Mappings.KEYS));
        assertThat(keys("mapsRow")).isEqualTo(set(MapsRows.KEYS));
        assertThat(keysOfForm(SCHEMA.at("/definitions/file"))).isEqualTo(set(Files.KEYS));
        assertThat(keysOfForm(SCHEMA.at("/definitions/content"))).isEqualTo(set(Contents.KEYS));
        assertThat(keysOfForm(SCHEMA.at("/definitions/raised"))).isEqualTo(set(Signals.KEYS));
        assertThat(keysOfForm(SCHEMA.at("/definitions/lengthOrArguments")))
                .isEqualTo(set(RangeVerbs.keys(RangeCall.MUNMAP)));
        assertThat(argumentsOf("mprotect")).isEqualTo(set(RangeVerbs.keys(RangeCall.MPROTECT)));
        assertThat(argumentsOf("madvise")).isEqualTo(set(RangeVerbs.keys(RangeCall.MADVISE)));
        assertThat(argumentsOf("mremap")).isEqualTo(set(MemoryVerbs.MREMAP));
        assertThat(argumentsOf("msync")).isEqualTo(set(RangeVerbs.keys(RangeCall.MSYNC)));
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
        assertThat(NotSimulated.CALLS).doesNotContainAnyElementsOf(Steps.VERBS);
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
