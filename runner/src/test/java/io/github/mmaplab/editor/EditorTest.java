package io.github.mmaplab.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In an editor, what can be written is offered and explained, and what is wrong is underlined, and nothing else. */
@NeedsTool(Tool.LANGUAGE_SERVER)
final class EditorTest {
    private static final Path SCENARIOS = Path.of("../scenarios");

    private static final Path DOCS = Path.of("../docs");

    /** A floor, so that a test of nothing can't pass. */
    private static final int FEWEST_FILES = 200;

    private static final int FEWEST_EXAMPLES = 7;

    private static final String STORY = SchemaFile.modeline("scenario") + """
            scenario: A store
            files: { data.txt: hello }
            processes:
              alice:
                p: { file: data.txt, sharing: private }
            """;

    private static final Pattern EXAMPLE = Pattern.compile("^```yaml\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern TITLE = Pattern.compile("^(scenario|exercise):", Pattern.MULTILINE);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static LanguageServer editor;

    @BeforeAll
    static void start() throws IOException {
        editor = LanguageServer.start(Path.of(".."), "{}");
    }

    @AfterAll
    static void stop() {
        editor.close();
    }

    private static int opened;

    /** A file that nobody has opened yet. */
    private static Path fresh(String kind) {
        opened++;
        return SCENARIOS.resolve("unsaved-" + opened + "." + kind + ".yaml");
    }

    private static List<Offer> wordsAt(Place place) throws IOException {
        Path file = fresh("scenario");
        editor.open(file, place.text());
        return editor.offers(file, place).stream()
                .filter(offer -> !offer.isSnippet())
                .toList();
    }

    private static void assertOffered(Place place, Map<String, String> described) throws IOException {
        Map<String, String> offered = new TreeMap<>();
        for (Offer offer : wordsAt(place)) {
            offered.put(offer.label(), offer.description());
        }
        assertThat(described).isNotEmpty();
        assertThat(offered).containsAllEntriesOf(described);
    }

    @Test
    void every_verb_is_offered_in_steps_and_described() throws IOException {
        Map<String, String> verbs = SchemaFile.keys("scenario", "/definitions/step");
        assertThat(verbs).containsKeys("write", "fork", "mmap", "expect");
        assertOffered(Place.of(STORY + "steps:\n  - |\nexpect: { alice.p: hello }\n"), verbs);
        assertOffered(
                Place.of(STORY + "steps:\n  - m|\nexpect: { alice.p: hello }\n"), Map.of("mmap", verbs.get("mmap")));
    }

    @Test
    void every_facet_is_offered_in_expect_and_described() throws IOException {
        Place memory = Place.of(STORY + "expect:\n  alice.p:\n    |\n");
        assertOffered(memory, SchemaFile.keys("scenario", "/definitions/memoryFacets"));
        Place process = Place.of(STORY + "expect:\n  alice:\n    |\n");
        assertOffered(process, SchemaFile.keys("scenario", "/definitions/processFacets"));
        Place machine = Place.of(STORY + "expect:\n  memory:\n    |\n");
        assertOffered(machine, SchemaFile.keys("scenario", "/definitions/machineFacets"));
    }

    @Test
    void the_arguments_of_a_mapping_are_offered_and_described() throws IOException {
        assertOffered(
                Place.of(STORY + "    q:\n      |\nexpect: { alice.p: hello }\n"),
                SchemaFile.keys("scenario", "/definitions/mapping"));
    }

    @Test
    void the_words_of_a_list_are_offered_and_described() throws IOException {
        assertOffered(
                Place.of(STORY + "steps:\n  - write: { alice.p: x }\n    raises: |\n"),
                Map.of("SIGBUS", "An access past the last page of the mapped file."));
        assertOffered(
                Place.of(STORY + "    q: { sharing: private, flags: [ | ] }\nexpect: { alice.p: hello }\n"),
                Map.of("populate", "MAP_POPULATE: fault the pages in at once."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "st|eps: [{ write: { alice.p: x } }]; What happens, in order.",
                "steps: [{ wr|ite: { alice.p: x } }]; A store to memory, or a write(2) to a file",
                "steps: [{ madv|ise: { alice.p: dontneed } }]; madvise(2): give advice for a range.",
                "steps: [{ expect: { alice.p: { same-pa|ge-as: alice.p } } }]; It is on the same physical page as that location.",
                "steps: [{ expect: { alice: { al|ive: true } } }]; Whether the process is still running.",
                "steps: [{ expect: { data.txt: { si|ze: 5 } } }]; The length of the file.",
            })
    void who_points_at_a_word_is_told_what_it_means(String marked, String meaning) throws IOException {
        Place place = Place.of(STORY + marked + "\nexpect: { alice.p: hello }\n");
        Path file = fresh("scenario");
        assertThat(editor.open(file, place.text())).isEmpty();
        assertThat(editor.hover(file, place)).contains(meaning);
    }

    /** The bar stands before what is wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "steps: [{ |wrte: { alice.p: x } }]; wrte",
                "steps: [{ write: { alice.p: x }, raises: |SIGSEV }]; SIGSEGV",
                "steps: [{ expect: { alice.p: { |txt: hello } } }]; txt",
                "steps: [{ expect: { alice.p: { |same-page-a: alice.p } } }]; same-page-a",
                "steps: [{ expect: { alice: { |aliv: true } } }]; aliv",
                "steps: [{ expect: { data.txt: { |siz: 5 } } }]; siz",
                "steps: [{ madvise: { alice.p: |dontned } }]; dontneed",
                "|step: [{ write: { alice.p: x } }]; step",
                "steps: [{ mmap: { alice.q: { sharing: |prvate } } }]; private",
            })
    void a_typo_is_underlined(String marked, String told) throws IOException {
        Place typo = Place.of(STORY + marked + "\nexpect: { alice.p: hello }\n");
        List<Underlined> underlined = editor.open(fresh("scenario"), typo.text());
        assertThat(underlined).allSatisfy(one -> assertThat(one.line()).isEqualTo(typo.line()));
        assertThat(underlined).anySatisfy(one -> {
            assertThat(one.column()).isEqualTo(typo.column());
            assertThat(one.message()).contains(told);
        });
    }

    @Test
    void nothing_is_underlined_in_the_library() throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        try (Stream<Path> library = Files.walk(SCENARIOS)) {
            for (Path file :
                    (Iterable<Path>) library.filter(path -> path.toString().endsWith(".yaml"))::iterator) {
                files.put(file, Files.readString(file));
            }
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(FEWEST_FILES);
        assertNothingUnderlined(files);
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Matcher title = TITLE.matcher(file.getValue());
            assertThat(title.find()).as(file.getKey().toString()).isTrue();
            Place place = Place.of(new StringBuilder(file.getValue())
                    .insert(title.start() + 1, '|')
                    .toString());
            // a file without a schema would have nothing underlined either
            assertThat(editor.hover(file.getKey(), place))
                    .as(file.getKey().toString())
                    .contains("The title:");
        }
    }

    @Test
    void nothing_is_underlined_in_the_examples_of_the_docs() throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        for (String page : List.of("exercises", "explanations", "export", "language", "teaching")) {
            Matcher example = EXAMPLE.matcher(Files.readString(DOCS.resolve(page + ".md")));
            while (example.find()) {
                String text = example.group(1);
                // a part of a file is none
                if (text.contains("\nprocesses:") || text.contains("\nanswers:")) {
                    String kind = text.contains("\nanswers:")
                            ? "prediction"
                            : text.contains("exercise:") ? "exercise" : "scenario";
                    files.put(fresh(kind), SchemaFile.modeline(kind) + text);
                }
            }
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(FEWEST_EXAMPLES);
        assertNothingUnderlined(files);
    }

    @Test
    void nothing_is_underlined_in_what_students_fill_in() throws IOException {
        String prediction = Files.readString(Path.of("src/test/resources/handout/shrinking.prediction.yaml"));
        Path file = fresh("prediction");
        Place place = Place.of(SchemaFile.modeline("prediction") + prediction.replace("\nanswers:", "\nans|wers:"));
        assertThat(editor.open(file, place.text())).isEmpty();
        assertThat(editor.hover(file, place)).contains("An answer for each question");
    }

    private static void assertNothingUnderlined(Map<Path, String> files) throws IOException {
        editor.open(files)
                .forEach((file, underlined) ->
                        assertThat(underlined).as(file.toString()).isEmpty());
    }
}
