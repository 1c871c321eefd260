package io.github.mmaplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.report.tap.TapReport;
import io.github.mmaplab.report.tap.TapVersion;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That prove takes our TAP 13 for what it says, which it does not do with TAP 14. */
@NeedsTool(Tool.PROVE)
final class ProveTest {
    private static final String SCENARIO = """
            scenario: "Number #1 # SKIP this is no directive \\\\ # TODO"
            processes: { alice: { p: { sharing: private } } }
            steps: [ write: { alice.p: A } ]
            expect: { alice.p: %s }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private String prove(String scenario, TapVersion version) throws IOException, InterruptedException {
        StringBuilder tap = new StringBuilder();
        Reports.play(Reports.read(scenario), new TapReport(tap, version));
        Path file = Files.writeString(folder.resolve("report.tap"), tap);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder("prove", "--verbose", "--exec", "cat", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.waitFor();
        return Files.readString(out);
    }

    @Test
    void what_passes_passes() throws Exception {
        assertThat(prove(SCENARIO.formatted("A"), TapVersion.V13))
                .contains("Result: PASS")
                .doesNotContain("skipped", "TODO passed");
        assertThat(prove(SCENARIO.formatted("A"), TapVersion.V14)).contains("Result: FAIL");
    }

    @Test
    void what_fails_fails() throws Exception {
        assertThat(prove(SCENARIO.formatted("B"), TapVersion.V13))
                .contains("Failed 1/1 subtests", "Result: FAIL")
                .doesNotContain("Parse errors");
    }
}
