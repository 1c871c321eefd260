package io.github.mmaplab.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.decode.ScenarioDecoder;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;

/** A scenario of sixty lines: what SnakeYAML alone takes for its text, and what we take for everything. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {

    private static final String NAME = "sixty-lines.scenario.yaml";

    private byte[] bytes = {};
    private String text = "";
    private List<Document> documents = List.of();
    private List<Scenario> scenarios = List.of();

    /** Reads the file, and insists that the scenario passes: a refusal would be fast. */
    @Setup
    public void readFile() throws IOException {
        bytes = Files.readAllBytes(Path.of(System.getProperty("benchmarks.folder"), NAME));
        text = new String(bytes, UTF_8);
        documents = syntax();
        scenarios = read().scenarios();
        ScenarioResult result = readAndRun();
        if (result.verdict() != Verdict.PASSED) {
            throw new IllegalStateException(NAME + " does not pass: " + result.problems());
        }
    }

    @Benchmark
    public Node compose() {
        return new Yaml().compose(new StringReader(text));
    }

    /** Nodes with their spans, of the bytes. */
    @Benchmark
    public List<Document> syntax() {
        Problems problems = new Problems();
        Source source = Objects.requireNonNull(SourceText.decode(NAME, bytes, problems));
        return YamlReader.read(source, problems);
    }

    /** A checked scenario, of the nodes. */
    @Benchmark
    public List<Scenario> decode() {
        return ScenarioDecoder.decode(documents.get(0), new Problems());
    }

    @Benchmark
    public ReadResult read() {
        return ScenarioReader.read(NAME, bytes);
    }

    @Benchmark
    public ScenarioResult run() {
        return ScenarioRunner.run(scenarios.get(0));
    }

    @Benchmark
    public ScenarioResult readAndRun() {
        return ScenarioRunner.run(read().scenarios().get(0));
    }
}
