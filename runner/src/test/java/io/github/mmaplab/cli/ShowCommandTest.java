package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowCommandTest {
    private static final String FORK = """
            scenario: A child stores
            processes: { parent: { p: { sharing: private } } }
            steps:
              - write: { parent.p: hello }
              - fork: { parent: child }
                label: birth
              - write: { child.p: HELLO }
            expect: { parent.p: hello }
            """;

    private static final String CONCURRENT = """
            scenario: Two stores
            processes: { parent: { p: { sharing: shared } } }
            steps:
              - fork: { parent: child }
              - concurrently:
                  parent: [write: { parent.p: a }]
                  child: [write: { child.p: b }]
            expect: { parent.p: b }
            """;

    @TempDir
    private Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void write() {
        shell = new Shell(folder)
                .file("fork.scenario.yaml", FORK)
                .file("failing.scenario.yaml", Shell.FAILING)
                .file("invalid.scenario.yaml", Shell.INVALID)
                .file("two.scenario.yaml", CONCURRENT);
    }

    private static List<String> rules(Outcome outcome) {
        return outcome.out()
                .lines()
                .filter(line -> line.startsWith("──"))
                .map(line -> line.replaceAll("[─]+.*", "") + line.substring(3, line.indexOf(" ─")))
                .toList();
    }

    @Test
    void every_moment_is_shown_unless_one_is_asked_for() {
        assertThat(rules(shell.run("show", "fork.scenario.yaml")))
                .containsExactly("beginning", "step 1", "step 2", "step 3", "end");
        assertThat(rules(shell.run("show", "fork.scenario.yaml", "--all"))).hasSize(5);
        assertThat(rules(shell.run("show", "fork.scenario.yaml", "--last"))).containsExactly("end");
        Outcome birth = shell.run("show", "fork.scenario.yaml", "--step", "birth");
        assertThat(rules(birth)).containsExactly("step 2");
        assertThat(birth.out())
                .contains("\nbefore\n", "\nafter\n", "  * p r-- ──▶ #1      2  \"hello\"  was rw-, 1 ref\n");
        assertThat(shell.run("show", "fork.scenario.yaml", "--step", "2")).isEqualTo(birth);
        assertThat(rules(shell.run("show", "fork.scenario.yaml", "--step", "0")))
                .containsExactly("beginning");
    }

    @Test
    void a_scenario_that_fails_is_shown_and_one_that_is_not_valid_is_not() {
        Outcome failing = shell.run("show", "failing.scenario.yaml");
        assertThat(failing.code()).isZero();
        assertThat(failing.out()).contains("✗ line 6: alice.p: expected \"HULLO\"", "✗ not as expected: end\n");
        Outcome invalid = shell.run("show", "invalid.scenario.yaml");
        assertThat(invalid.code()).isEqualTo(2);
        assertThat(invalid.out()).isEmpty();
        assertThat(invalid.err()).contains("error[E");
    }

    @Test
    void of_concurrent_steps_one_order_is_shown_and_named() {
        Outcome failing = shell.run("show", "two.scenario.yaml");
        assertThat(failing.out())
                .startsWith("one of 2 orders:\nTwo stores [in the order ")
                .contains("✗ line 8: ");
        Outcome other = shell.run("show", "two.scenario.yaml", "--order", "parent,child");
        assertThat(other.out()).contains("[in the order parent 1, child 1]", "── step 2 (parent 1) ─", "all is as");
        assertThat(shell.run("show", "fork.scenario.yaml", "--order", "a").code())
                .isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource({
        "LC_ALL,C.UTF-8,xterm,true",
        "LANG,de_DE.utf8,xterm,true",
        "LANG,C,xterm,false",
        "LC_CTYPE,de_DE.ISO-8859-1,xterm,false",
        "LANG,C.UTF-8,linux,false",
        "TERM,xterm,xterm,false",
    })
    void signs_are_those_that_the_terminal_can_show(String variable, String value, String terminal, boolean unicode) {
        Shell on = shell.onTerminal()
                .with("NO_COLOR", "1")
                .with("COLUMNS", "50")
                .with("TERM", terminal)
                .with(variable, value);
        String out = on.run("show", "fork.scenario.yaml").out();
        assertThat(out.contains("──▶")).isEqualTo(unicode);
        assertThat(out.lines().mapToInt(String::length)).allMatch(length -> length <= 50);
        assertThat(on.run("show", "fork.scenario.yaml", "--ascii").out()).isASCII();
    }

    @Test
    void colours_are_those_of_the_palette() {
        assertThat(shell.run("show", "fork.scenario.yaml", "--color", "always").out())
                .contains("\033[34m──▶\033[0m");
        assertThat(shell.run("show", "fork.scenario.yaml").out()).doesNotContain("\033");
    }

    @Test
    void the_recording_is_json() {
        Outcome json = shell.run("show", "fork.scenario.yaml", "--json");
        assertThat(json.out()).startsWith("{\"format\":\"mmaplab-recording\",\"version\":1,");
        assertThat(json.out().lines()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fork.scenario.yaml --step 4   | there is no step `4` in this scenario, which has 3 steps",
                "fork.scenario.yaml --step brth| did you mean `birth`?",
                "fork.scenario.yaml --last --all| `--last` can't be combined with `--all`",
                "fork.scenario.yaml --as c --all| `--all` can't be combined with `--as`",
                "fork.scenario.yaml --as rust  | `--as` does not support the form `rust`",
                "                              | `mmaplab show` needs the path of a scenario file",
            })
    void what_cannot_be_shown_is_said(String words, String message) {
        Outcome outcome =
                shell.run(("show " + (words == null ? "" : words)).strip().split(" +"));
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains(message);
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"svg, svg, 7", "tikz, tex, 5", "dot, dot, 5"})
    void figures_are_written_for_each_moment(String option, String ending, int count) {
        Outcome outcome = shell.run("show", "fork.scenario.yaml", "--" + option, "new/figures");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("wrote " + count + " files to new/figures\n");
        assertThat(folder.resolve("new/figures").toFile().list())
                .hasSize(count)
                .contains("step-0." + ending, "step-3." + ending, "end." + ending)
                .allMatch(name -> name.endsWith("." + ending));
    }

    @Test
    void figures_can_be_written_to_no_file() {
        Outcome outcome = shell.run("show", "fork.scenario.yaml", "--svg", "fork.scenario.yaml");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("`fork.scenario.yaml/step-0.svg` can't be written: ");
    }

    @Test
    void one_form_is_written_at_a_time() {
        Outcome outcome = shell.run("show", "fork.scenario.yaml", "--svg", "a", "--json");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("can't be combined with");
    }
}
