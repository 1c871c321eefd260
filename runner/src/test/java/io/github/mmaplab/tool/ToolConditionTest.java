package io.github.mmaplab.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a test that needs a program, with it and without. */
final class ToolConditionTest {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private boolean runs(Map<String, String> environment) {
        PrintStream errors = new PrintStream(heard, true, StandardCharsets.UTF_8);
        return !ToolCondition.judge("FishTest", Tool.FISH, environment, errors).isDisabled();
    }

    @Test
    void without_the_program_the_test_is_skipped_and_one_line_says_so() {
        assertThat(runs(Map.of("PATH", folder.toString()))).isFalse();
        assertThat(heard.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("mmaplab: NOT RUN: FishTest: there is no FISH: install Debian's package fish");
    }

    @Test
    void without_the_program_the_test_fails_where_it_is_required() {
        Map<String, String> environment = Map.of("PATH", folder.toString(), "MMAPLAB_REQUIRE_TOOLS", "true");
        assertThatThrownBy(() -> runs(environment))
                .hasMessageContaining("FishTest can't run, and MMAPLAB_REQUIRE_TOOLS=true");
    }

    @Test
    void with_the_program_the_test_runs_in_silence() throws IOException {
        assertThat(Files.createFile(folder.resolve("fish")).toFile().setExecutable(true))
                .isTrue();
        assertThat(runs(Map.of("PATH", "/nowhere:" + folder, "MMAPLAB_REQUIRE_TOOLS", "true")))
                .isTrue();
        assertThat(heard.size()).isZero();
    }
}
