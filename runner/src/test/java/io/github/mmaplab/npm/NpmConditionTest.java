package io.github.mmaplab.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a test that needs a tool from npm, with it and without. */
final class NpmConditionTest {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private boolean runs(Path tools, Map<String, String> environment) {
        PrintStream errors = new PrintStream(heard, true, StandardCharsets.UTF_8);
        return !NpmCondition.judge("TapTest", tools, environment, errors).isDisabled();
    }

    @Test
    void without_the_tools_the_test_is_skipped_and_one_line_says_so() {
        assertThat(runs(folder.resolve("none"), Map.of())).isFalse();
        assertThat(heard.toString(StandardCharsets.UTF_8)).startsWith("mmaplab: NOT RUN: TapTest: its tools are not");
    }

    @Test
    void without_the_tools_the_test_fails_where_they_are_required() {
        assertThatThrownBy(() -> runs(folder.resolve("none"), Map.of("MMAPLAB_REQUIRE_NPM", "true")))
                .hasMessageContaining("TapTest can't run, and MMAPLAB_REQUIRE_NPM=true");
    }

    @Test
    void with_them_the_test_runs_in_silence() {
        assertThat(runs(folder, Map.of("MMAPLAB_REQUIRE_NPM", "true"))).isTrue();
        assertThat(heard.size()).isZero();
    }
}
