package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hurt: each gets a diagnostic, soon, and never an exception. */
final class HostileFilesTest {
    private static final String HEAD = "scenario: x\nprocesses:\n  alice:\n    p: { sharing: private }\n";

    /** Of how many diagnostics it is tried whether they can be drawn. */
    private static final int PRINTED = 100;

    @TempDir
    Path folder;

    private static ReadResult read(String text) {
        return soon(() -> ScenarioReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ReadResult soon(Supplier<ReadResult> reading) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), reading::get);
    }

    private static List<Code> codes(ReadResult result) {
        List<Code> codes = new ArrayList<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (codes.size() < PRINTED) {
                assertThat(new DiagnosticPrinter(Palette.PLAIN).print(diagnostic))
                        .isNotEmpty();
            }
            codes.add(diagnostic.code());
        }
        return codes;
    }

    @Test
    void a_file_of_100_megabytes_is_not_read() throws IOException {
        Path file = folder.resolve("huge.scenario.yaml");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(100_000_000);
        }
        assertThat(codes(soon(() -> InputFiles.scenarios(file, "huge.scenario.yaml"))))
                .containsExactly(Code.FILE_TOO_LARGE);
    }

    @Test
    void a_device_without_end_is_not_read() {
        Path zero = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(zero));
        ReadResult result = soon(() -> InputFiles.scenarios(zero, "/dev/zero"));
        assertThat(codes(result)).containsExactly(Code.UNREADABLE_FILE);
        assertThat(result.diagnostics().get(0).message()).contains("it is a device, not a regular file");
    }

    @Test
    void a_fifo_that_nobody_writes_to_is_not_opened() throws IOException, InterruptedException {
        Path fifo = folder.resolve("x.scenario.yaml");
        Process mkfifo = new ProcessBuilder("mkfifo", fifo.toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        ReadResult result = soon(() -> InputFiles.scenarios(fifo, "x.scenario.yaml"));
        assertThat(codes(result)).containsExactly(Code.UNREADABLE_FILE);
        assertThat(result.diagnostics().get(0).message()).contains("it is a FIFO, not a regular file");
    }

    @Test
    void a_file_that_is_not_there_is_no_surprise() {
        ReadResult result = InputFiles.scenarios(folder.resolve("none.yaml"), "none.yaml");
        assertThat(codes(result)).containsExactly(Code.UNREADABLE_FILE);
        assertThat(result.diagnostics().get(0).message()).contains("there is no such file");
    }

    @Test
    void nor_is_a_folder_in_its_place() {
        ReadResult result = InputFiles.scenarios(folder, "folder");
        assertThat(codes(result)).containsExactly(Code.UNREADABLE_FILE);
        assertThat(result.diagnostics().get(0).message()).contains("it is a folder");
    }

    @Test
    void nor_a_file_that_may_not_be_read() throws IOException {
        Path file = Files.createFile(
                folder.resolve("secret.yaml"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
        Assumptions.assumeFalse(Files.isReadable(file), "the superuser reads everything");
        ReadResult result = InputFiles.scenarios(file, "secret.yaml");
        assertThat(codes(result)).containsExactly(Code.UNREADABLE_FILE);
        assertThat(result.diagnostics().get(0).message()).contains("permission denied");
    }

    @Test
    void a_binary_file_is_recognised() {
        byte[] elf = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0};
        assertThat(codes(ScenarioReader.read("x", elf))).containsExactly(Code.BINARY_FILE);
    }

    @Test
    void brackets_a_thousand_deep() {
        assertThat(codes(read("a: " + "[".repeat(1000) + "]".repeat(1000)))).containsExactly(Code.TOO_DEEP);
    }

    @Test
    void brackets_ten_million_deep() {
        assertThat(codes(read("a: " + "[\n".repeat(8_000_000)))).containsExactly(Code.TOO_DEEP);
    }

    @Test
    void maps_a_thousand_deep() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(codes(read(text.toString()))).containsExactly(Code.TOO_DEEP);
    }

    @Test
    void items_a_thousand_deep() {
        assertThat(codes(read("- ".repeat(1000) + "a"))).containsExactly(Code.TOO_DEEP);
    }

    @Test
    void keys_a_thousand_deep() {
        assertThat(codes(read("? ".repeat(1000) + "a"))).containsExactly(Code.TOO_DEEP);
    }

    @Test
    void as_deep_as_may_be_is_not_too_deep() {
        int inside = YamlReader.DEEPEST - 1;
        assertThat(codes(read("a: " + "[".repeat(inside) + "]".repeat(inside)))).doesNotContain(Code.TOO_DEEP);
        assertThat(codes(read("a: " + "[".repeat(inside + 1) + "]".repeat(inside + 1))))
                .contains(Code.TOO_DEEP);
    }

    @Test
    void an_alias_bomb_does_not_go_off() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String last = "*a" + (i - 1);
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append((last + ", ").repeat(8)).append(last).append("]\n");
        }
        assertThat(codes(read(bomb.toString()))).contains(Code.ANCHOR, Code.ALIAS);
    }

    @Test
    void an_anchor_that_refers_to_itself() {
        assertThat(codes(read("a: &a [*a]\n"))).contains(Code.ANCHOR, Code.ALIAS);
    }

    @Test
    void a_line_without_end() {
        String line = "a".repeat(SourceText.LARGEST_FILE - HEAD.length() - 10);
        assertThat(codes(read(HEAD + "about: " + line))).containsExactly(Code.LINE_TOO_LONG);
        assertThat(codes(read(HEAD + "#" + line))).containsExactly(Code.LINE_TOO_LONG);
    }

    @Test
    void long_lines_up_to_the_largest_file() {
        String line = "- '" + "a".repeat(200_000) + "'\n";
        String lines = line.repeat((SourceText.LARGEST_FILE - HEAD.length() - 100) / line.length());
        assertThat(codes(read(HEAD + "references:\n" + lines))).containsExactly(Code.NO_CHECK);
    }

    @Test
    void a_hundred_thousand_wrong_steps() {
        List<Code> codes = codes(read(HEAD + "steps:\n" + "- write: { bob.q: HELLO }\n".repeat(100_000)));
        assertThat(codes).hasSize(100_001).contains(Code.UNKNOWN_PROCESS);
    }

    @Test
    void a_hundred_thousand_duplicates() {
        assertThat(codes(read(HEAD + "tags: []\n".repeat(100_000)))).hasSize(100_000);
    }

    @Test
    void a_hundred_thousand_documents() {
        assertThat(codes(read("---\n".repeat(100_000)))).hasSize(100_000);
    }

    @Test
    void a_hundred_thousand_files_processes_and_children() {
        StringBuilder text = new StringBuilder("scenario: x\nfiles:\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("  f").append(i).append("-1: x\n");
        }
        text.append("processes:\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("  p").append(i).append(": { m: { sharing: private } }\n");
        }
        text.append("steps:\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("- fork: { p").append(i).append(": c").append(i).append(" }\n");
        }
        ReadResult result = read(text + "expect: { c99999.m: x }\n");
        assertThat(codes(result)).isEmpty();
        assertThat(result.scenarios()).hasSize(1);
    }

    @Test
    void rows_times_steps_beyond_all_measure() {
        String rows = "cases:\n" + "- { a: 1 }\n".repeat(100_000);
        String steps = "steps:\n" + "- write: { alice.p: <a> }\n".repeat(100_000);
        assertThat(codes(read(HEAD + rows + steps))).contains(Code.TOO_MANY_CASES);
    }

    @Test
    void ten_thousand_rows_are_not_too_many() {
        String rows = "cases:\n" + "- { a: 1 }\n".repeat(10_000);
        ReadResult result = read(HEAD + "expect: { alice.p: <a> }\n" + rows);
        assertThat(codes(result)).isEmpty();
        assertThat(result.scenarios()).hasSize(10_000);
    }

    @Test
    void orders_beyond_all_counting() {
        StringBuilder branches = new StringBuilder("steps:\n- concurrently:\n");
        for (int i = 0; i < 50_000; i++) {
            branches.append("    b").append(i).append(": [ read: alice.p ]\n");
        }
        assertThat(codes(read(HEAD + branches + "expect: { alice.p: { zeros: 1 } }\n")))
                .containsExactly(Code.TOO_MANY_BRANCHES);
        String steps = "[" + "read: alice.p,\n ".repeat(20_000) + "]";
        ReadResult result = read(HEAD + "steps:\n- concurrently:\n    a: " + steps + "\n    b: " + steps
                + "\nexpect: { alice.p: { zeros: 1 } }\n");
        assertThat(codes(result)).isEmpty();
        assertThat(result.scenarios().get(0).orders().bitLength()).isEqualTo(39_993);
    }

    @Test
    void names_that_nobody_knows_among_many_that_are_known() {
        for (String letters : List.of("", "p".repeat(60), "p".repeat(100))) {
            StringBuilder text = new StringBuilder("scenario: x\nprocesses:\n");
            for (int i = 0; i < 5_000; i++) {
                text.append("  ").append(letters).append("p").append(i).append(": {}\n");
            }
            text.append("steps:\n");
            for (int i = 0; i < 5_000; i++) {
                text.append("- exit: ").append(letters).append("q").append(i).append('\n');
            }
            ReadResult result = read(text.toString());
            assertThat(codes(result)).hasSizeGreaterThanOrEqualTo(5_000).contains(Code.UNKNOWN_PROCESS);
            assertThat(result.diagnostics())
                    .allSatisfy(diagnostic ->
                            assertThat(diagnostic.hints().toString()).hasSizeLessThan(1_000));
        }
    }

    @Test
    void names_without_end() {
        String name = "a".repeat(200_000);
        String text =
                "scenario: x\nprocesses:\n  ? " + name + "\n  : {}\nexpect: { " + name.replace('a', 'b') + ": {} }\n";
        assertThat(codes(read(text))).isNotEmpty();
    }

    /** Scenarios with a few characters changed: whatever comes of it, the reader ends and says something or nothing. */
    @RepeatedTest(20)
    void whatever_stands_in_a_file(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Path> seeds = WrongFiles.all();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = Files.readAllBytes(seeds.get(random.nextInt(seeds.size())));
            byte[] mutated = mutate(bytes, random);
            soon(() -> {
                ReadResult result = ScenarioReader.read("x.yaml", mutated);
                codes(result);
                return result;
            });
        }
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        String signs = "{}[]:,-?!&*|>'\"%@`#\t \n<+.~\\0\u0085\u2028é日";
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            char sign = signs.charAt(random.nextInt(signs.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, sign);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
