package io.github.mmaplab.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Reads the file, and insists that the scenario passes: a refusal would be fast. */
    @Setup
    public void readFile() throws IOException {
        bytes = Files.readAllBytes(Path.of(System.getProperty("benchmarks.folder"), NAME));
        text = new String(bytes, UTF_8);
        ScenarioResult result = readAndRun();
        if (result.verdict() != Verdict.PASSED) {
            throw new IllegalStateException(NAME + " does not pass: " + result.problems());
        }
    }

    @Benchmark
    public Node compose() {
        return new Yaml().compose(new StringReader(text));
    }

    @Benchmark
    public ReadResult read() {
        return ScenarioReader.read(NAME, bytes);
    }

    @Benchmark
    public ScenarioResult readAndRun() {
        return ScenarioRunner.run(read().scenarios().get(0));
    }
}
