package io.github.mmaplab.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.ci.Runner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The GitHub action: its step is run as the runner would, with the inputs of action.yml in its variables. */
@Timeout(120)
class ActionTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Runner runner;

    @BeforeEach
    void set_up() throws IOException {
        runner = new Runner(folder);
        Path script = runner.mmaplab().resolve(".github/action/run");
        Files.createDirectories(script.resolveSibling(""));
        Files.copy(ROOT.resolve(".github/action/run"), script);
        runner.with("GITHUB_ACTION_PATH", runner.mmaplab().toString())
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_WORKSPACE", runner.project().toString())
                .with("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString())
                .with("GITHUB_OUTPUT", folder.resolve("output").toString())
                .with("RUNNER_TEMP", folder.toString());
        runner.file("scenarios/good.scenario.yaml", Runner.PASSING);
    }

    private static YamlValue action() throws IOException {
        return YamlValue.of("action.yml");
    }

    private static YamlValue step() throws IOException {
        assertThat(action().at("runs", "using").text()).isEqualTo("composite");
        return action().at("runs", "steps", 0);
    }

    private Outcome play(Map<String, String> inputs) throws IOException, InterruptedException {
        YamlValue declared = action().at("inputs");
        assertThat(declared.keys()).containsAll(inputs.keySet());
        for (Map.Entry<String, String> variable : step().at("env").entries().entrySet()) {
            String text = variable.getValue();
            for (String input : declared.keys()) {
                String given =
                        inputs.getOrDefault(input, declared.at(input, "default").text());
                text = text.replace("${{ inputs." + input + " }}", given);
            }
            if (text.startsWith("${{ github.server_url }}/")) {
                text = runner.mmaplab().toString();
            }
            assertThat(text).doesNotContain("${{");
            runner.with(variable.getKey(), text);
        }
        return runner.bash(step().at("run").text());
    }

    private Map<String, String> outputs() throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("output"))) {
            int equals = line.indexOf('=');
            outputs.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return outputs;
    }

    @Test
    void what_is_put_out_is_what_is_declared() throws Exception {
        play(Map.of());
        YamlValue declared = action().at("outputs");
        assertThat(outputs().keySet()).isEqualTo(declared.keys());
        for (String name : declared.keys()) {
            assertThat(declared.at(name, "value").text()).isEqualTo("${{ steps.run.outputs." + name + " }}");
        }
        assertThat(step().at("id").text()).isEqualTo("run");
    }

    @Test
    void everything_is_played_if_nothing_is_said() throws Exception {
        Outcome outcome = play(Map.of());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("1 scenario passed");
        assertThat(outputs())
                .containsEntry("result", "passed")
                .containsEntry("exit-code", "0")
                .containsEntry("runs", "1")
                .containsEntry("failures", "0");
    }

    @ParameterizedTest
    @CsvSource({"bad, 1, failed, 2, 1", "broken, 2, invalid, 2, 1", "nowhere, 2, invalid, 2, 1"})
    void what_goes_wrong_is_put_out(String path, int code, String result, String runs, String failures)
            throws Exception {
        runner.file("bad/a.scenario.yaml", Runner.FAILING).file("broken/a.scenario.yaml", Runner.INVALID);
        Outcome outcome = play(Map.of("paths", "scenarios\n" + path + "\n"));
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outputs())
                .containsEntry("result", result)
                .containsEntry("exit-code", Integer.toString(code))
                .containsEntry("runs", runs)
                .containsEntry("failures", failures);
    }

    @Test
    void what_fails_is_marked_on_its_line_and_told_in_the_summary() throws Exception {
        runner.file("bad/a.scenario.yaml", Runner.FAILING);
        Outcome outcome = play(Map.of("paths", "bad", "report", "text=report.txt"));
        assertThat(outcome.out()).contains("::error file=bad/a.scenario.yaml,line=5,");
        assertThat(Files.readString(folder.resolve("summary.md"))).contains("1 scenario failed");
    }

    @Test
    void nothing_selected_is_put_out() throws Exception {
        assertThat(play(Map.of("arguments", "--tag=elsewhere")).code()).isEqualTo(3);
        assertThat(outputs()).containsEntry("result", "nothing");
    }

    @Test
    void a_wrong_argument_is_an_error() throws Exception {
        assertThat(play(Map.of("arguments", "--tug\n")).code()).isEqualTo(64);
        assertThat(outputs()).containsEntry("result", "error").containsEntry("exit-code", "64");
    }

    @Test
    void reports_and_arguments_are_one_a_line() throws Exception {
        runner.file("two words/b.scenario.yaml", Runner.PASSING);
        Outcome outcome = play(Map.of(
                "paths",
                "two words\r\nscenarios",
                "arguments",
                "--shard=1/2\n--verbose\n",
                "report",
                "text=a b.txt\n"));
        assertThat(outcome.code()).isZero();
        assertThat(Files.readString(runner.project().resolve("a b.txt"))).contains("1 scenario passed");
        assertThat(outcome.out()).contains("part 1 of 2: 1 of 2 scenarios").contains("two words/b.scenario.yaml");
    }

    @Test
    void what_is_in_an_input_is_text() throws Exception {
        play(Map.of("paths", "$(touch a)\n`touch b`\n; touch c\n--report=text=d"));
        assertThat(runner.project()).isDirectoryNotContaining(path -> !path.endsWith("scenarios"));
    }

    @Test
    void another_version_is_fetched() throws Exception {
        runner.asRepository("v1.2");
        Outcome outcome = play(Map.of("version", "v1.2"));
        assertThat(outcome.out()).contains("1 scenario passed");
        assertThat(folder.resolve("mmaplab-v1.2/mmaplab")).isExecutable();
    }

    @ParameterizedTest
    @CsvSource({
        "v9, there is no mmaplab of version v9",
        "--upload-pack=x, the input `version` is neither a tag",
        "a b, the input `version` is neither a tag",
    })
    void a_version_that_is_none_is_told(String version, String message) throws Exception {
        runner.asRepository("v1");
        Outcome outcome = play(Map.of("version", version));
        assertThat(outcome.code()).isEqualTo(70);
        assertThat(outcome.out()).contains("::error title=mmaplab::" + message);
        assertThat(outputs()).containsEntry("result", "error");
    }
}
