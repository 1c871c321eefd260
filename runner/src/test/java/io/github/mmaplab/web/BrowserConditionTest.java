package io.github.mmaplab.web;

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

/** What becomes of a test that needs a browser, with one and without. */
final class BrowserConditionTest {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private boolean runs(Map<String, String> environment) {
        return runs(environment, true);
    }

    private boolean runs(Map<String, String> environment, boolean starts) {
        PrintStream errors = new PrintStream(heard, true, StandardCharsets.UTF_8);
        return !BrowserCondition.judge("SheetTest", environment, errors, browser -> starts)
                .isDisabled();
    }

    private Path program(String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @Test
    void without_a_browser_the_test_is_skipped_and_one_line_says_so() {
        assertThat(runs(Map.of("PATH", folder.toString()))).isFalse();
        assertThat(heard.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("mmaplab: NOT RUN: SheetTest: no browser was found: install Debian's package chromium,"
                        + " or name one in MMAPLAB_BROWSER");
    }

    @Test
    void without_a_browser_the_test_fails_where_one_is_required() {
        Map<String, String> environment = Map.of("PATH", folder.toString(), "MMAPLAB_REQUIRE_BROWSER", "true");
        assertThatThrownBy(() -> runs(environment))
                .hasMessageContaining("SheetTest can't run, and MMAPLAB_REQUIRE_BROWSER=true");
    }

    @Test
    void with_a_browser_the_test_runs_in_silence() throws IOException {
        program("chromium-headless-shell");
        assertThat(runs(Map.of("PATH", "/nowhere:" + folder, "MMAPLAB_REQUIRE_BROWSER", "true")))
                .isTrue();
        assertThat(heard.size()).isZero();
    }

    @Test
    void a_browser_that_does_not_start_on_this_machine_is_none() throws IOException {
        Path program = program("chromium");
        assertThat(Browser.find(Map.of("PATH", folder.toString())))
                .hasValueSatisfying(browser -> assertThat(browser.starts()).isFalse());
        assertThat(runs(Map.of("PATH", folder.toString()), false)).isFalse();
        assertThat(heard.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("mmaplab: NOT RUN: SheetTest: " + program
                        + " does not start on this machine; does a limit (`ulimit -v`) forbid it?");
        Map<String, String> required = Map.of("PATH", folder.toString(), "MMAPLAB_REQUIRE_BROWSER", "true");
        assertThatThrownBy(() -> runs(required, false)).hasMessageContaining("does not start on this machine");
    }

    @Test
    void the_named_browser_is_the_one() throws IOException {
        program("chromium");
        Path named = program("other");
        Map<String, String> environment = Map.of("PATH", folder.toString(), "MMAPLAB_BROWSER", named.toString());
        assertThat(Browser.find(environment)).hasToString("Optional[" + named + "]");
        assertThat(runs(Map.of("PATH", folder.toString(), "MMAPLAB_BROWSER", "/nowhere/chromium")))
                .isFalse();
    }
}
