package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Program;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Output;
import io.github.mmaplab.cli.host.RealKernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README is true: its scenario passes, and fails with the report that it shows. */
class ReadmeTest {

    private static final Path README = Path.of("../README.md");
    private static final String FILE = "cow.scenario.yaml";

    private static String readme = "";
    private static String scenario = "";

    @TempDir
    private Path folder = README;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(README);
        scenario = block("```yaml\n");
    }

    private static String block(String opening) {
        int begin = readme.indexOf(opening) + opening.length();
        return readme.substring(begin, readme.indexOf("```", begin));
    }

    @Test
    void its_scenario_passes() throws IOException {
        assertThat(play(scenario, 0)).isEqualTo("✓ 1 scenario passed\n");
    }

    @Test
    void its_scenario_fails_as_it_shows() throws IOException {
        String changed = scenario.replace("bob.q: hello", "bob.q: HELLO");
        assertThat(play(changed, 1)).isEqualTo(block("answers:\n\n```\n"));
    }

    @Test
    void it_is_short_enough_to_be_read() {
        assertThat(readme.lines()).hasSizeLessThan(150);
    }

    @Test
    void its_commands_exist() throws IOException {
        Matcher command = Pattern.compile("\\| `mmaplab (\\w+) ").matcher(readme);
        List<String> names = command.results().map(result -> result.group(1)).toList();
        assertThat(names).hasSizeGreaterThan(5);
        for (String name : names) {
            assertThat(run(0, name, "--help")).contains("usage: mmaplab " + name);
        }
    }

    @Test
    void its_links_lead_somewhere() {
        Matcher link = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(readme);
        assertThat(link.results().map(result -> result.group(1)))
                .hasSizeGreaterThan(8)
                .allSatisfy(path -> assertThat(Path.of("..", path)).exists());
    }

    private String play(String text, int exitCode) throws IOException {
        Files.writeString(folder.resolve(FILE), text);
        return run(exitCode, "run", FILE);
    }

    private String run(int exitCode, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        RealKernel.Source noKernel = () -> {
            throw new UsageException("not here");
        };
        Host host = new Host(new Output(out), err, Map.of(), false, false, folder, new StoppedClock(), noKernel);
        assertThat(new Program(host).run(words)).isEqualTo(exitCode);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final class StoppedClock implements Host.Clock {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }
    }
}
