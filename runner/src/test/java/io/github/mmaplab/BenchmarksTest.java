package io.github.mmaplab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks are built only where they are run, so nothing else notices when they no longer fit the program. */
class BenchmarksTest {
    private static final Path SOURCES = Path.of("benchmarks/java");
    /** A library that is no dependency of the tests, and a benchmark that needs it and is used by others. */
    private static final List<String> LEFT_OUT = List.of("org.openjdk.jmh", "ReadingBenchmark");

    @TempDir
    Path classes;

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (LEFT_OUT.stream().noneMatch(text::contains)) {
                    sources.add(file);
                }
            }
        }
        return sources;
    }

    @Test
    void benchmarks_fit_the_program() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(8);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            compiler.getTask(null, files, problems, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        assertThat(problems.getDiagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .extracting(problem ->
                        problem.getSource() + ":" + problem.getLineNumber() + ": " + problem.getMessage(null))
                .isEmpty();
    }
}
