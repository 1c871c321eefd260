package io.github.mmaplab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.library.Mutation;
import io.github.mmaplab.library.Mutations;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The core in JavaScript says of every file what the core on the JVM says, to the character. */
@NeedsTool(Tool.NODE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TranscriptTest {
    private static final Path LIBRARY = Path.of("../../scenarios");
    private static final Path WRONG_FILES = Path.of("../src/test/resources/wrong");

    /** Floors, so that a test of nothing can't pass. */
    private static final int FEWEST_FILES = 300;

    private static final int FEWEST_FAILURES = 500;

    private static final int FEWEST_EXERCISES = 10;

    /** One changed expectation in so many is played: enough that each kind of failure is there many times. */
    private static final int EVERY = 3;

    /** What is held against the JVM, in the order in which Node.js gets it. */
    private final List<Text> texts = new ArrayList<>();

    /** By the file they were made from, what was said in JavaScript. */
    private final Map<Path, List<Said>> said = new LinkedHashMap<>();

    /** A file, or one that was made from it. */
    private static final class Text {
        private final Path origin;
        private final byte[] bytes;

        Text(Path origin, byte[] bytes) {
            this.origin = origin;
            this.bytes = bytes;
        }

        /** Without the folder, so that both sides call it the same. */
        String name() {
            return String.valueOf(origin.getFileName());
        }

        /** As Node.js gets it: the name on a line, then the bytes. */
        byte[] withName() {
            byte[] line = (name() + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] all = Arrays.copyOf(line, line.length + bytes.length);
            System.arraycopy(bytes, 0, all, line.length, bytes.length);
            return all;
        }
    }

    private record Said(Text of, String transcript) {}

    @BeforeAll
    void play(@TempDir Path folder) throws IOException, InterruptedException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            texts.add(new Text(file, bytes));
            texts.addAll(mutants(file, bytes));
        }
        Path from = Files.createDirectory(folder.resolve("from"));
        Path to = Files.createDirectory(folder.resolve("to"));
        for (int i = 0; i < texts.size(); i++) {
            Files.write(from.resolve(String.valueOf(i)), texts.get(i).withName());
        }
        List<String> command = List.of(
                "node", "src/test/javascript/transcripts.mjs", "target/javascript/transcripts.mjs", "" + from, "" + to);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        for (int i = 0; i < texts.size(); i++) {
            String transcript = Files.readString(to.resolve(String.valueOf(i)));
            said.computeIfAbsent(texts.get(i).origin, none -> new ArrayList<>())
                    .add(new Said(texts.get(i), transcript));
        }
    }

    static List<Path> files() {
        return Stream.of(LIBRARY, WRONG_FILES).flatMap(TranscriptTest::files).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with one expectation changed, several times. */
    private static List<Text> mutants(Path file, byte[] bytes) {
        List<Text> mutants = new ArrayList<>();
        if (file.startsWith(LIBRARY) && file.toString().endsWith(".scenario.yaml")) {
            int count = 0;
            String text = new String(bytes, StandardCharsets.UTF_8);
            for (Scenario scenario : ScenarioReader.read(file.toString(), bytes).scenarios()) {
                for (Mutation mutation : Mutations.of(scenario)) {
                    if (count++ % EVERY == 0) {
                        mutants.add(new Text(file, mutation.apply(text).getBytes(StandardCharsets.UTF_8)));
                    }
                }
            }
        }
        return mutants;
    }

    @Test
    void there_is_something_to_compare() {
        assertThat(said).hasSizeGreaterThanOrEqualTo(FEWEST_FILES);
        assertThat(said.values().stream()
                        .flatMap(List::stream)
                        .filter(each -> each.transcript().contains("\nexpected: ")))
                .hasSizeGreaterThanOrEqualTo(FEWEST_FAILURES);
    }

    /** Exercises with a question that a mistaken kernel answers otherwise. */
    @Test
    void there_are_answers_to_compare() {
        assertThat(said.values().stream()
                        .flatMap(List::stream)
                        .filter(each -> each.transcript().contains("PRIVATE_STORES_REACH_ALL: ")))
                .hasSizeGreaterThanOrEqualTo(FEWEST_EXERCISES);
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_said_to_be_the_same(Path file) {
        for (Said each : said.getOrDefault(file, List.of())) {
            assertThat(each.transcript()).isEqualTo(Transcript.of(each.of().name(), each.of().bytes));
        }
    }
}
