package io.github.mmaplab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mmaplab.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program says {@code not ok} to what is wrong, and to nothing else. */
class MistakenProgramsTest {

    private static final Path LIBRARY = Path.of("../scenarios");

    @TempDir
    private Path folder = LIBRARY;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fork/exit               | exit-code: 3      | exit-code: 77",
                "fork/kill               | killed-by: SIGKILL | killed-by: SIGBUS",
                "process/last-words      | size: 1 page      | size: 5",
                "mprotect/default-action | last words        | no words",
                "msync/bad-arguments     | fails: ENOMEM     | fails: EPERM",
                "munmap/over-holes       | maps: []          | maps: [{ at: p }]",
                "uses/ring-buffer        | ring+4091: HELLO  | ring+4091: HELLo",
                "uses/ring-buffer        | ring+0: world     | ring: world",
                "uses/ring-buffer        | ring+0: world     | ring: { one-of: [world, w] }",
                "uses/ring-buffer        | ring+0: world     | ring: { fill: w, length: 1 }",
                "mprotect/handler        | code: SEGV_ACCERR | code: SEGV_MAPERR",
            })
    void fails_at_the_line_that_is_wrong(String name, String right, String wrong) throws IOException {
        assumeTrue(CCompiler.isHere(), "NOT RUN: the exported programs need Linux and a C compiler, `cc`");
        String source = Files.readString(LIBRARY.resolve(name + ".scenario.yaml"));
        int place = source.lastIndexOf(right);
        assertThat(place).as(right).isPositive();
        int line =
                (int) source.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
        String mistaken = source.substring(0, place) + wrong + source.substring(place + right.length());
        byte[] text = mistaken.getBytes(StandardCharsets.UTF_8);
        Export export =
                CExporter.export(ScenarioReader.read(name, text).scenarios().get(0));
        assertThat(export).isInstanceOf(Export.Program.class);
        Export.Program program = (Export.Program) export;
        CCompiler compiler = new CCompiler(folder);
        CCompiler.Ended compiled = compiler.compile("mistaken", program.text());
        assertThat(compiled.out()).isEmpty();
        CCompiler.Ended played = compiler.play("mistaken");
        assertThat(played.code()).as(played.out()).isEqualTo(1);
        List<Integer> failed = new ArrayList<>();
        for (String outcome : Tap.of(played.out()).lines()) {
            if (outcome.startsWith("not ok ")) {
                int number = Integer.parseInt(outcome.split(" ", 4)[2]);
                failed.add(program.checks().get(number - 1).span().line());
            }
        }
        assertThat(failed).as(played.out()).isNotEmpty().containsOnly(line);
    }
}
