package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files and titles that would steer a terminal, or the runner of GitHub Actions. */
class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "\u001B[31mred.scenario.yaml",
            "a\n::error file=x::pwned.scenario.yaml",
            "b\r.scenario.yaml",
            "\u202Ec.scenario.yaml",
            "\uFEFFd.scenario.yaml");

    private static final String TITLED = Shell.FAILING
            .replace("Another store", "\"\\u202E\\uFEFF\\e[31m##[error]Another\\n::error::\"")
            .replace("\" is seen", " is seen\"");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Shell shell() {
        Shell shell = new Shell(folder);
        for (String name : NAMES) {
            shell.file(name, TITLED);
            shell.file("wrong" + name, "scenario: \"##[error]nothing follows\"\n");
        }
        return shell;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run .",
                "run . --report tap=-",
                "check .",
                "list .",
                "fmt --check .",
                "fmt --diff .",
                "bless . --dry-run",
            })
    void do_not_reach_a_terminal(String line) {
        Outcome outcome = shell().run(line.split(" "));
        assertThat(outcome.out() + outcome.err())
                .contains("\\u001B[31mred.scenario.yaml")
                .doesNotContain("\u001B", "\r", "\u202E", "\uFEFF")
                .doesNotContainPattern("(?m)^::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check .", "list .", "run ."})
    void are_no_commands_to_the_runner(String line) {
        Outcome outcome = shell().file("::error file=x::e.scenario.yaml", TITLED)
                .with("GITHUB_ACTIONS", "true")
                .run(line.split(" "));
        for (String stream : List.of(outcome.out(), outcome.err())) {
            String token = null;
            for (String each : stream.lines().toList()) {
                if (token == null && each.startsWith("::stop-commands::")) {
                    token = each.substring("::stop-commands::".length());
                } else if (token != null && each.equals("::" + token + "::")) {
                    token = null;
                } else if (token == null && !line.startsWith("run")) {
                    assertThat(each.strip()).doesNotStartWith("::").doesNotContain("##[");
                }
            }
            assertThat(token).isNull();
        }
        assertThat(outcome.out()).startsWith("::stop-commands::");
    }

    @Test
    void what_has_no_command_in_it_is_the_same_as_elsewhere() {
        Shell shell = new Shell(folder).file("a.scenario.yaml", Shell.PASSING);
        Outcome elsewhere = shell.run("list", ".");
        assertThat(shell.with("GITHUB_ACTIONS", "true").run("list", ".")).isEqualTo(elsewhere);
    }
}
