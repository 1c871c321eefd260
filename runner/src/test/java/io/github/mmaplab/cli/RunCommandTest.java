package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    private static final String CASES = """
            # a comment, which belongs to the first scenario
            scenario: A store of <text> is seen
            tags: [memory, cases]
            cases:
              - { text: A }
              - { text: B }
            processes: { alice: { p: { sharing: private } } }
            steps:
              - write: { alice.p: <text> }
            expect: { alice.p: <text> }
            ---
            scenario: The second document
            tags: [second]
            processes: { bob: { q: { sharing: shared } } }
            expect: { bob.q: { zeros: 4 } }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Nested
    class ExitCodes {
        @ParameterizedTest
        @CsvSource({
            "passing, 0, ✓ 1 scenario passed",
            "failing, 1, ✗ 1 scenario failed",
            "invalid, 2, ✗ 1 file is not valid",
            "passing failing, 1, '✗ 1 scenario failed, 1 scenario passed'",
            "failing invalid passing, 2, '✗ 1 scenario failed, 1 file is not valid, 1 scenario passed'",
            "unplayable failing, 2, '✗ 1 scenario failed, 1 scenario could not be played'",
            "nowhere passing, 2, '✗ 1 file is not valid, 1 scenario passed'",
        })
        void the_gravest_is_told(String files, int code, String summary) {
            shell.file("passing", Shell.PASSING)
                    .file("failing", Shell.FAILING)
                    .file("invalid", Shell.INVALID)
                    .file(
                            "unplayable",
                            Shell.PASSING.replace("write: { alice.p: HELLO }", "munmap: alice.p + 2 pages"));
            Outcome outcome = shell.run(("run " + files).split(" "));
            assertThat(outcome.code()).isEqualTo(code);
            assertThat(outcome.out()).endsWith(summary + "\n");
            assertThat(outcome.err()).isEmpty();
        }

        @Test
        void a_scenario_with_more_states_than_wanted_is_not_decided() {
            shell.file("race", Shell.PASSING.replace("steps:\n", """
                    steps:
                      - concurrently:
                          one: [ write: { alice.p: A }, write: { alice.p: B } ]
                          two: [ write: { alice.p: C }, write: { alice.p: D } ]
                    """));
            assertThat(shell.run("run", "race").code()).isZero();
            Outcome undecided = shell.run("run", "race", "--max-states", "5");
            assertThat(undecided.code()).isEqualTo(4);
            assertThat(undecided.out())
                    .contains(
                            "✗ NOT DECIDED ",
                            "error: not decided after 6 states",
                            "there are 6 orders",
                            "--max-states=N searches further")
                    .endsWith("✗ 1 scenario not decided\n");
            assertThat(shell.file("failing", Shell.FAILING)
                            .run("run", "race", "failing", "--max-states", "5")
                            .code())
                    .isOne();
        }

        @Test
        void one_order_can_be_played_which_breaks_what_it_breaks() {
            shell.file("race", Shell.PASSING.replace("steps:\n", """
                    steps:
                      - concurrently:
                          one: [ write: { alice.p: A }, write: { alice.p: B } ]
                          two: [ write: { alice.p: C } ]
                      - expect:
                          never: { alice.p: C }
                          sometimes: { alice.p: B }
                    """));
            assertThat(shell.run("run", "race").out()).contains("= in the order one 1, one 2, two 1; 1 of 3 orders");
            Outcome breaks = shell.run("run", "race", "--order", "one 1, one 2, two 1");
            assertThat(breaks.out()).contains("[in the order one 1, one 2, two 1]\nerror: everything in this table");
            assertThat(breaks.code()).isOne();
            assertThat(shell.run("run", "race", "--order", "two").code()).isZero();
            assertThat(shell.run("run", "race", "--order", "one 2").err()).contains("no order begins with `one 2`");
            assertThat(shell.run("run", "race", "--order", "two", "--mutants").code())
                    .isEqualTo(64);
            assertThat(shell.file("passing", Shell.PASSING)
                            .run("run", "race", "passing", "--order", "two")
                            .err())
                    .startsWith("error: `--order` is the order of one scenario, and the selection has 2\n");
        }

        @Test
        void an_order_that_breaks_an_expectation_is_drawn_in_columns() {
            String race = """
                    scenario: A counter
                    files: { n: { hex: "00" } }
                    processes:
                      alice: { n: { file: n, sharing: private } }
                      bob: { m: { file: n, sharing: shared } }
                    steps:
                      - concurrently:
                          one:
                            - read: { alice.n: { into: r } } # first
                            - write: { alice.n: { of: alice.r, plus: 1 } }
                          two: [ read: bob.m, truncate: { n: 0 } ]
                    expect:
                      alice.n: { hex: "01" }
                    """;
            Outcome failed = shell.file("race", race).run("run", "race");
            assertThat(failed.out()).contains("""
                      = in the order two 1, two 2, one 1; 1 of 6 orders breaks it

                         one                                   | two
                         --------------------------------------+------------------------------------
                                                               | 1 read: bob.m
                                                               |   reads 00
                                                               |   bob.m now points at page #1
                                                               | 2 truncate: { n: 0 }
                                                               |   n now has 0 bytes instead of 1
                                                               |   bob.m no longer points at page #1
                                                               |   page 0 of n is gone
                         1 read: { alice.n: { into: r } }      |
                           the access to alice.n raises SIGBUS |
                           not as expected: read               |
                    """);
            assertThat(failed.out().lines().filter(line -> line.startsWith("     ")))
                    .noneMatch(line -> line.length() > 100);
            String more = race;
            for (String branch : List.of("t", "u", "v")) {
                more = more.replace("two:", branch + ": [ read: bob.m ]\n      two:");
            }
            Outcome many = shell.file("many", more).run("run", "many");
            assertThat(many.out()).contains("= in the order ").doesNotContain("-+-");
        }

        @Test
        void of_what_is_never_seen_the_order_that_comes_nearest_is_drawn() {
            shell.file("near", """
                    scenario: Two writers
                    processes: { alice: { p: { sharing: shared } } }
                    steps:
                      - concurrently:
                          a: [ write: { alice.p: A }, write: { alice.p + 1: A } ]
                          b: [ write: { alice.p: B }, write: { alice.p + 1: B } ]
                    expect:
                      sometimes: { alice.p: BA, alice.p + 2: X }
                    """);
            assertThat(shell.run("run", "near").out()).contains("""
                      = in the order a 1, b 1, b 2, a 2: alice.p + 2 holds 00
                      = in 2 orders: alice.p holds "BB"; alice.p + 2 holds 00
                      = in 2 orders: alice.p holds "AA"; alice.p + 2 holds 00
                      = in 1 order: alice.p holds "AB"; alice.p + 2 holds 00

                         a                               | b
                         --------------------------------+----------------------------
                         1 write: { alice.p: A }         |
                    """);
        }

        @Test
        void nothing_selected_is_a_failure() {
            shell.file("a.scenario.yaml", Shell.PASSING).file("b.scenario.yaml", Shell.FAILING);
            Outcome outcome = shell.run("run", ".", "--tag", "elsewhere");
            assertThat(outcome.code()).isEqualTo(3);
            assertThat(outcome.err()).isEqualTo("""
                            error: nothing is selected: none of 2 scenarios matches
                              = help: the tags here are memory, store, wrong
                            """);
            assertThat(shell.file("c.scenario.yaml", Shell.INVALID)
                            .run("run", ".", "--name", "elsewhere")
                            .code())
                    .isEqualTo(2);
        }
    }

    @Nested
    class PathOperands {
        @Test
        void a_folder_is_searched_in_order() {
            shell.file("d/b.scenario.yaml", titled("b"))
                    .file("d/a/z.scenario.yaml", titled("a/z"))
                    .file("d/c/y.scenario.yaml", titled("c/y"))
                    .file("d/b/x.scenario.yaml", titled("b/x"))
                    .file("d/notes.yaml", "no scenario")
                    .file("d/x.scenario.yml", "no scenario");
            Outcome outcome = shell.run("run", "-v", "d", "-j", "4");
            assertThat(outcome.out()).isEqualTo("""
                            ✓ passed a/z  d/a/z.scenario.yaml:1
                            ✓ passed b/x  d/b/x.scenario.yaml:1
                            ✓ passed b  d/b.scenario.yaml:1
                            ✓ passed c/y  d/c/y.scenario.yaml:1
                            ✓ 4 scenarios passed
                            """);
        }

        private String titled(String title) {
            return Shell.PASSING.replace("A store is seen", title);
        }

        @Test
        void a_file_named_outright_may_be_called_anything() {
            assertThat(shell.file("x", Shell.PASSING).run("run", "x").code()).isZero();
        }

        @Test
        void a_file_that_is_named_twice_runs_once() {
            shell.file("a.scenario.yaml", CASES);
            String once = "✓ 2 scenarios passed (3 runs)\n";
            assertThat(shell.run("run", "a.scenario.yaml", "./a.scenario.yaml", ".")
                            .out())
                    .isEqualTo(once);
            assertThat(shell.run("run", "a.scenario.yaml:5", "a.scenario.yaml").out())
                    .isEqualTo(once);
        }

        @ParameterizedTest
        @CsvSource({
            "1, A store of A is seen [row 1: text=A]|A store of B is seen [row 2: text=B]",
            "2, A store of A is seen [row 1: text=A]|A store of B is seen [row 2: text=B]",
            "5, A store of A is seen [row 1: text=A]",
            "6, A store of B is seen [row 2: text=B]",
            "10, A store of A is seen [row 1: text=A]|A store of B is seen [row 2: text=B]",
            "11, The second document",
            "12, The second document",
            "15, The second document",
        })
        void a_line_selects_what_stands_there(int line, String titles) {
            shell.file("a.yaml", CASES);
            Outcome outcome = shell.run("list", "a.yaml:" + line);
            assertThat(outcome.code()).isZero();
            assertThat(outcome.out().lines().map(found -> found.replaceAll("^\\S+  |  \\[[^\\]]*\\]$", "")))
                    .containsExactly(titles.split("\\|"));
            assertThat(shell.run("list", "a.yaml:" + line + ":7")).isEqualTo(outcome);
        }

        @Test
        void a_line_that_is_not_there_is_refused() {
            Outcome outcome = shell.file("a.yaml", CASES).run("run", "a.yaml:99", "a.yaml:12");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.out()).isEqualTo("""
                            error[E0118]: there is no line 99 in this file, which has 15
                             --> a.yaml
                              = help: `mmaplab list a.yaml` shows the line of each scenario

                            ✗ 1 file is not valid, 1 scenario passed
                            """);
        }

        @Test
        void a_line_in_a_broken_document_selects_nothing() {
            shell.file("a.yaml", Shell.INVALID + "---\n" + Shell.PASSING);
            assertThat(shell.run("run", "a.yaml:1").out()).endsWith("✗ 1 file is not valid\n");
            assertThat(shell.run("run", "a.yaml:3").out()).endsWith("✗ 1 file is not valid, 1 scenario passed\n");
        }

        @Test
        void a_colon_in_a_name_is_a_colon() {
            assertThat(shell.file("odd:3", Shell.PASSING).run("run", "odd:3").code())
                    .isZero();
        }
    }

    @Nested
    class Selecting {
        @ParameterizedTest
        @CsvSource({
            "memory, 2",
            "store, 1",
            "not store, 1",
            "memory and (store or wrong), 2",
            "memory and not store and not wrong, 0",
        })
        void by_tags(String expression, int count) {
            shell.file("a.scenario.yaml", Shell.PASSING).file("b.scenario.yaml", Shell.FAILING);
            assertThat(shell.run("list", ".", "--tag", expression).out().lines())
                    .hasSize(count);
        }

        @Test
        void by_name_in_any_case() {
            shell.file("a.scenario.yaml", Shell.PASSING).file("b.scenario.yaml", Shell.FAILING);
            assertThat(shell.run("list", ".", "--name", "ANOTHER store").out())
                    .isEqualTo("b.scenario.yaml:1  Another store is seen  [memory, wrong]\n");
        }
    }

    @Nested
    class FailFast {
        @ParameterizedTest
        @ValueSource(strings = {"1", "2", "8"})
        void stops_at_the_first_in_order(String jobs) {
            for (int i = 10; i < 60; i++) {
                shell.file(i + ".scenario.yaml", i == 20 || i == 30 ? Shell.FAILING : Shell.PASSING);
            }
            Outcome outcome = shell.run("run", ".", "--fail-fast", "-j", jobs);
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.out())
                    .containsOnlyOnce("✗ FAILED")
                    .endsWith("✗ 1 scenario failed, 10 scenarios passed, 39 scenarios not run\n");
        }
    }

    @Nested
    class Loudness {
        @Test
        void quiet_says_nothing_when_all_is_well() {
            assertThat(shell.file("a.scenario.yaml", Shell.PASSING).run("run", ".", "-q"))
                    .isEqualTo(new Outcome(0, "", ""));
            assertThat(shell.file("b.scenario.yaml", Shell.FAILING)
                            .run("run", ".", "-q")
                            .out())
                    .startsWith("✗ FAILED Another store is seen\n")
                    .doesNotContain("passed");
        }

        @Test
        void the_time_is_for_people() {
            shell.file("a.scenario.yaml", Shell.PASSING).slow(10_000_000).onTerminal();
            assertThat(shell.run("run", ".", "--color=never").out()).matches("✓ 1 scenario passed in 0\\.\\d\\d s\n");
        }
    }

    @Nested
    class Colours {
        @Test
        void are_for_terminals() {
            shell.file("a.scenario.yaml", Shell.PASSING);
            assertThat(shell.run("run", ".").out()).doesNotContain("\033");
            assertThat(shell.run("run", ".", "--color=always").out()).startsWith("\033[32m✓\033[0m ");
            assertThat(shell.onTerminal().run("run", ".").out()).contains("\033");
            assertThat(shell.run("run", ".", "--color=always", "--color=never").out())
                    .doesNotContain("\033");
        }

        @ParameterizedTest
        @CsvSource({
            "NO_COLOR, 1, false, false",
            "NO_COLOR, '', true, false",
            "TERM, dumb, false, false",
            "CLICOLOR, 0, false, false",
            "FORCE_COLOR, 0, false, false",
            "FORCE_COLOR, 1, true, true",
            "CLICOLOR_FORCE, 1, true, true",
        })
        void obey_the_environment(String variable, String value, boolean onTerminal, boolean onPipe) {
            shell.file("a.scenario.yaml", Shell.PASSING).with(variable, value);
            assertThat(shell.run("run", ".").out().contains("\033")).isEqualTo(onPipe);
            assertThat(shell.onTerminal().run("run", ".").out().contains("\033"))
                    .isEqualTo(onTerminal);
            assertThat(shell.run("run", ".", "--color=always").out()).contains("\033");
        }
    }

    @Test
    void a_broken_kernel_is_noticed_in_whichever_order_it_shows() {
        shell.file("race.yaml", """
                scenario: Who is first?
                files: { data.txt: xx }
                processes:
                  alice: { p: { file: data.txt, sharing: private } }
                  bob: { q: { file: data.txt, sharing: shared } }
                steps:
                  - concurrently:
                      alice: [ write: { alice.p: A } ]
                      bob: [ write: { bob.q+1: B } ]
                expect: { data.txt: xB }
                """);
        Shell.Outcome outcome = shell.run("run", "--mutants", "race.yaml");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("would not notice private-is-snapshot")
                .doesNotContain("would not notice private-reaches-file");
    }
}
