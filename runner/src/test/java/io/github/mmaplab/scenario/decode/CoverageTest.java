package io.github.mmaplab.scenario.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.ArgumentKind;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.abi.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/coverage.md} is generated. */
final class CoverageTest {
    private static final Path LIBRARY = Path.of("../scenarios");

    /** What the library shows beside calls on memory and on files: title, words, folders. */
    private static final String OTHERS = """
            | loads and stores | `read` `write` | `kinds/` |
            | read(2), write(2) | `read` `write` | `file-end/`, `shared/` |
            | open(2) of a descriptor | `open` `fd` `append` `truncate` | `descriptor/` |
            | close(2) | | `descriptor/` |
            | dup(2) | | `descriptor/` |
            | pread(2) | `into` | `descriptor/` |
            | pwrite(2) | `from` | `descriptor/` |
            | fork(2) | | `fork/` |
            | execve(2) | `exec` | `fork/`, `process/` |
            | exit(3) | | `process/` |
            | kill(2), SIGKILL | | `process/` |
            | steps in every order | `concurrently` | `concurrently/` |
            | registers, waiting | `into` `of` `plus` `until` | `concurrently/` |
            | mincore(2) | `resident` | `mincore/` |
            | a power failure | `crash` | `crash/` |
            | fsync(2) of the folder | `sync` | `crash/` |
            | shmget(2), shmat(2) | `kind: sysv` `rnd` | `sysv/` |
            | shmctl(2) | `unlink` `attached` | `sysv/` |
            | /proc/PID/maps | `maps` | `maps/` |
            | /proc/PID/status | `vm-size` `locked-size` | `maps/`, `mlock/` |
            | /proc/PID/smaps | `locked` `rss` | `mlock/`, `mincore/` |
            """;

    @Test
    void the_page_is_that_of_the_vocabulary() throws IOException {
        String page = """
                # What is simulated

                This page lists what the simulated kernel plays, and which scenarios of the library show it; their results were seen on
                real Linux. What is listed under *Not yet* is read and refused by name. The page is generated.

                ## Simulated

                | call | words | shown by |
                | --- | --- | --- |
                """ + memoryCalls() + fileCalls() + OTHERS + """

                ## Not yet

                | call | words |
                | --- | --- |
                """ + notYet() + """

                ## Calls without a verb

                Each is reported by its own name.

                | call | |
                | --- | --- |
                """ + noVerbs();
        Golden.assertIs(Path.of("../docs/coverage.md"), page);
    }

    @Test
    void every_verb_is_on_the_page() throws IOException {
        String page = memoryCalls() + fileCalls() + OTHERS;
        assertThat(Steps.VERBS).hasSizeGreaterThan(15).allSatisfy(verb -> {
            boolean asked = verb.equals("expect") || verb.equals("ask");
            assertThat(asked || page.contains("| " + verb + "(") || page.contains("`" + verb + "`"))
                    .as(verb)
                    .isTrue();
        });
    }

    private static String memoryCalls() throws IOException {
        StringBuilder rows = new StringBuilder();
        rows.append(row("mmap", "", List.of())).append(row("mmap", ", flags", mapFlags()));
        for (RangeCall call : RangeCall.values()) {
            rows.append(row(call.word(), "", List.of()));
            ArgumentKind kind = call.takes();
            if (kind instanceof ArgumentKind.OfFlags<?> flags) {
                rows.append(row(call.word(), ", flags", words(flags.flags().toArray(Word[]::new))));
            } else if (kind == ArgumentKind.ADVICE) {
                rows.append(row(
                        call.word(), ", advice", words(Lexicon.ADVICES.words().toArray(Word[]::new))));
            }
        }
        for (ProcessCall call : ProcessCall.values()) {
            String name = call.systemCall(Argument.NONE);
            List<String> words = call == ProcessCall.LIMIT
                    ? words(Resource.values())
                    : call.takes() instanceof ArgumentKind.OfFlags<?> flags
                            ? words(flags.flags().toArray(Word[]::new))
                            : List.of();
            rows.append(row(name, call == ProcessCall.LIMIT ? ", `limit`" : "", words, folder(call.word())));
        }
        return rows.append(row("mremap", "", List.of()))
                .append(row("mremap", ", flags", words(RemapFlag.values())))
                .toString();
    }

    /** Those of mmap(2): that of shmat(2) is not among them. */
    private static List<String> mapFlags() {
        List<String> flags = new ArrayList<>(words(MapFlag.values()));
        flags.remove(MapFlag.RND.word());
        return flags;
    }

    private static String fileCalls() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (FileCall call : FileCall.values()) {
            String name = call.systemCall(Argument.NONE);
            List<String> verb = name.equals(call.word()) ? List.of() : List.of(call.word());
            rows.append(row(name, "", verb, folder(call.word())));
            if (call.takes() instanceof ArgumentKind.OfFlags<?> flags) {
                rows.append(row(name, ", flags", words(flags.flags().toArray(Word[]::new)), folder(call.word())));
            } else if (call.takes() == ArgumentKind.SEALS) {
                rows.append(row(name, ", seals", words(Seal.values()), folder(call.word())));
            }
        }
        return rows.toString();
    }

    private static String notYet() {
        return notYet("the language", NotSimulated.PARTS)
                + notYet("`machine`, keys", NotSimulated.MACHINE)
                + notYet("what is expected of a process", NotSimulated.OF_PROCESS)
                + notYet("what is expected of memory", NotSimulated.OF_MEMORY)
                + notYet("files, kinds", NotSimulated.FILE_KINDS)
                + notYet("open(2), flags", NotSimulated.OPEN_FLAGS)
                + notYet("mmap(2), flags", NotSimulated.MAP_FLAGS)
                + notYet("mprotect(2), beside the letters", NotSimulated.PROTECTIONS)
                + notYet("madvise(2), advice", NotSimulated.ADVICES)
                + notYet("fallocate(2), flags", NotSimulated.FALLOCATE_FLAGS)
                + notYet("setrlimit(2), limits", NotSimulated.RESOURCES);
    }

    /** The calls that are no verbs, each with what to write or why there is nothing to. */
    private static String noVerbs() {
        Map<String, String> rows = new TreeMap<>();
        OtherCalls.WRITTEN.forEach((call, written) -> rows.put(call, "written " + written));
        OtherCalls.UNKNOWN.forEach((call, nearest) -> rows.put(call, "not simulated; nearest is " + nearest));
        OtherCalls.UNSEEN.forEach((call, why) -> rows.put(call, "not simulated: " + why));
        StringBuilder page = new StringBuilder();
        rows.forEach((call, what) -> page.append("| " + call + " | " + what + " |\n"));
        return page.toString();
    }

    private static String notYet(String what, List<String> words) {
        return "| " + what + " | " + code(words) + "|\n";
    }

    private static String row(String call, String part, List<String> words) throws IOException {
        return row(call, part, words, folder(call));
    }

    private static String row(String call, String part, List<String> words, String folder) {
        return "| " + call + "(2)" + part + " | " + code(words) + "| `" + folder + "/` |\n";
    }

    private static String code(List<String> words) {
        StringBuilder cell = new StringBuilder();
        for (String word : words) {
            cell.append('`').append(word).append("` ");
        }
        return cell.toString();
    }

    /** The folder of the library that a call has, or the one that has most scenarios with it. */
    private static String folder(String call) throws IOException {
        Map<String, Integer> scenarios = new TreeMap<>();
        Pattern step = Pattern.compile("\\b" + call + ":");
        for (Path file : library()) {
            if (step.matcher(Files.readString(file)).find()) {
                scenarios.merge(LIBRARY.relativize(file).getName(0).toString(), 1, Integer::sum);
            }
        }
        assertThat(scenarios).as("scenarios with " + call).isNotEmpty();
        return Files.isDirectory(LIBRARY.resolve(call))
                ? call
                : Collections.max(scenarios.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    private static List<Path> library() throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            return files.filter(file -> file.toString().endsWith(".scenario.yaml"))
                    .toList();
        }
    }

    private static List<String> words(Word... words) {
        return Arrays.stream(words).filter(Word::isOffered).map(Word::word).toList();
    }
}
