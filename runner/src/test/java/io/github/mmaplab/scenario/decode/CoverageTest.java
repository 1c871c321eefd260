package io.github.mmaplab.scenario.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.abi.Word;
import io.github.mmaplab.scenario.model.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/coverage.md} says what the code does. */
class CoverageTest {

    private static final Map<String, List<String>> SIMULATED = new HashMap<>();
    private static final Map<String, List<String>> NOT_YET = new HashMap<>();
    private static final List<String> SCENARIOS = new ArrayList<>();

    @BeforeAll
    static void readPage() throws IOException {
        Map<String, List<String>> table = SIMULATED;
        for (String line : Files.readAllLines(Path.of("../docs/coverage.md"))) {
            if (line.equals("## Not yet")) {
                table = NOT_YET;
            } else if (line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| call |")) {
                List<String> cells = Arrays.asList(line.split("\\|", -1));
                table.put(cells.get(1).strip(), words(cells.get(2)));
                if (table == SIMULATED) {
                    SCENARIOS.addAll(words(cells.get(4)));
                }
            }
        }
    }

    private static List<String> words(String cell) {
        List<String> parts = Arrays.asList(cell.split("`", -1));
        List<String> words = new ArrayList<>();
        for (int i = 1; i < parts.size(); i += 2) {
            words.add(parts.get(i));
        }
        return words;
    }

    @Test
    void lists_the_flags_and_advices_that_are_simulated() {
        assertThat(SIMULATED.get("mmap(2), flags")).containsExactlyInAnyOrderElementsOf(words(MapFlag.values()));
        assertThat(SIMULATED.get("mremap(2), flags")).containsExactlyInAnyOrderElementsOf(words(RemapFlag.values()));
        assertThat(SIMULATED.get("msync(2), flags")).containsExactlyInAnyOrderElementsOf(words(SyncFlag.values()));
        assertThat(SIMULATED.get("madvise(2), advice")).containsExactlyInAnyOrderElementsOf(words(Advice.values()));
    }

    @Test
    void lists_every_verb() {
        List<String> calls = new ArrayList<>();
        SIMULATED.forEach((call, words) -> {
            calls.add(call.replaceAll("\\(.*", ""));
            calls.addAll(words);
        });
        assertThat(calls).containsAll(words(RangeCall.values()));
        assertThat(Step.class.getPermittedSubclasses())
                .hasSizeGreaterThan(10)
                .filteredOn(verb -> verb != Step.Expect.class && verb != Step.Ask.class && verb != Step.OnRange.class)
                .allSatisfy(
                        verb -> assertThat(calls).contains(verb.getSimpleName().toLowerCase(Locale.ROOT)));
    }

    @Test
    void lists_what_is_refused_by_name() {
        assertThat(NOT_YET.get("calls")).containsExactlyInAnyOrderElementsOf(NotSimulated.CALLS);
        assertThat(NOT_YET.get("the language")).containsExactlyInAnyOrderElementsOf(NotSimulated.PARTS);
        assertThat(NOT_YET.get("mmap(2), flags")).containsExactlyInAnyOrderElementsOf(NotSimulated.MAP_FLAGS);
        assertThat(NOT_YET.get("madvise(2), advice")).containsExactlyInAnyOrderElementsOf(NotSimulated.ADVICES);
    }

    @Test
    void names_folders_of_the_library() {
        assertThat(SCENARIOS)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        folder -> assertThat(Path.of("../scenarios", folder)).isDirectory());
    }

    private static List<String> words(Word... words) {
        return Arrays.stream(words).filter(Word::isOffered).map(Word::word).toList();
    }
}
