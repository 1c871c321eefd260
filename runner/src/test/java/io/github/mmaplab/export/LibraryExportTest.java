package io.github.mmaplab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the library pass on this machine's kernel, as the scenarios do on the simulated one. */
class LibraryExportTest {

    private static final Path LIBRARY = Path.of("../scenarios");

    /** Of the runs of the library, so many have a program. */
    private static final double SUPPORTED = 0.95;

    private static List<Scenario> scenarios = List.of();

    @TempDir
    private Path folder = LIBRARY;

    @BeforeAll
    static void read() throws IOException {
        List<Scenario> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            files.filter(path -> path.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .forEach(path -> all.addAll(
                            InputFiles.scenarios(path, path.toString()).scenarios()));
        }
        // a program plays one order, and no crash
        all.removeIf(scenario -> scenario.isConcurrent() || scenario.hasCrash());
        scenarios = all;
    }

    @Test
    void almost_every_scenario_has_a_program() {
        long programs = scenarios.stream()
                .filter(scenario -> CExporter.export(scenario) instanceof Export.Program)
                .count();
        assertThat(scenarios).hasSizeGreaterThan(280);
        assertThat(programs).isGreaterThan((long) (SUPPORTED * scenarios.size()));
    }

    @Test
    void every_program_passes_on_this_kernel() throws IOException {
        assumeTrue(CCompiler.isHere(), "NOT RUN: the exported programs need Linux and a C compiler, `cc`");
        AtomicInteger played = new AtomicInteger();
        List<String> problems = IntStream.range(0, scenarios.size())
                .parallel()
                .mapToObj(i -> {
                    if (CExporter.export(scenarios.get(i)) instanceof Export.Program program) {
                        played.incrementAndGet();
                        return problem(i, program);
                    }
                    return null;
                })
                .filter(Objects::nonNull)
                .toList();
        assertThat(problems).isEmpty();
        assertThat(played.get()).isGreaterThan((int) (SUPPORTED * scenarios.size()));
    }

    /** What is wrong with a program; null if all is well. */
    private @Nullable String problem(int number, Export.Program program) {
        CCompiler compiler = new CCompiler(folder);
        String name = "program" + number;
        CCompiler.Ended compiled = compiler.compile(name, program.text());
        CCompiler.Ended played = compiled.code() == 0 ? compiler.play(name) : compiled;
        boolean skipped = played.out().startsWith("1..0 # SKIP ");
        boolean all = skipped || Tap.of(played.out()).equals(Tap.allOk(program));
        return played.code() == 0 && all
                ? null
                : scenarios.get(number).span() + " " + scenarios.get(number).title() + "\n" + played.out();
    }
}
