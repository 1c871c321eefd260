package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.file.InputFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files under {@code src/test/resources/wrong}, each wrong in its own way. Beside each stands what is said about it,
 * word for word; run the tests with {@code -Dgoldens=update} to write that anew, and read the difference before it is
 * committed.
 */
final class WrongFiles {
    static final Path ROOT = Path.of("src/test/resources/wrong");

    /** A floor, so that a test of nothing can't pass. */
    private static final int FEWEST = 85;

    private WrongFiles() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> wrong = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(wrong).hasSizeGreaterThanOrEqualTo(FEWEST);
            return wrong;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that a scenario was meant to be in. */
    static List<Path> scenarios() {
        return all().stream().filter(file -> !isOfExercises(file)).toList();
    }

    private static boolean isOfExercises(Path file) {
        String name = file.toString();
        return name.endsWith(".exercise.yaml") || name.endsWith(".prediction.yaml");
    }

    /** What the reader says about a file, each kind read by its own. */
    static List<Diagnostic> diagnostics(Path file) {
        String name = ROOT.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".exercise.yaml")) {
            return InputFiles.exercise(file, name).diagnostics();
        }
        return name.endsWith(".prediction.yaml")
                ? InputFiles.prediction(file, name, 4096).diagnostics()
                : read(file).diagnostics();
    }

    static Path goldenOf(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".yaml", ".expected"));
    }

    /** What the reader says about a file, drawn without colours. */
    static String drawn(Path file) {
        StringBuilder drawn = new StringBuilder();
        DiagnosticPrinter printer = new DiagnosticPrinter(Palette.PLAIN);
        for (Diagnostic diagnostic : diagnostics(file)) {
            drawn.append(drawn.isEmpty() ? "" : "\n").append(printer.print(diagnostic));
        }
        return drawn.toString();
    }

    static ReadResult read(Path file) {
        return InputFiles.scenarios(file, ROOT.relativize(file).toString().replace('\\', '/'));
    }

    /** What the file's first line says the schema does with it; empty for a file without such a line. */
    static String schemaVerdict(Path file) throws IOException {
        String first = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        return first.startsWith("# schema: ")
                ? first.substring("# schema: ".length()).strip()
                : "";
    }
}
