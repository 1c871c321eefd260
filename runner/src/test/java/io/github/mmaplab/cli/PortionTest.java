package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.kernel.machine.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a selection: shards, what failed last time, other orders, repetitions. */
class PortionTest {
    private static final int SCENARIOS = 7;
    private static final Pattern TITLE = Pattern.compile("scenario number (\\d)");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Shell shell;

    @BeforeEach
    void write() {
        shell = new Shell(folder.resolve("work"));
        for (int i = 0; i < SCENARIOS; i++) {
            shell.file("d/" + i + ".scenario.yaml", numbered(i, Shell.PASSING));
        }
    }

    private static String numbered(int number, String scenario) {
        return scenario.replace("A store is seen", "scenario number " + number)
                .replace("Another store is seen", "scenario number " + number);
    }

    private List<Integer> played(String... options) {
        List<String> words = new ArrayList<>(List.of("run", "d", "--verbose", "--jobs", "3"));
        words.addAll(List.of(options));
        return TITLE.matcher(shell.run(words.toArray(String[]::new)).out())
                .results()
                .map(MatchResult::group)
                .map(title -> Integer.valueOf(title.substring(title.length() - 1)))
                .toList();
    }

    @Nested
    class Shards {
        @Test
        void each_scenario_is_in_one_of_them() {
            assertThat(played("--shard", "1/3")).containsExactly(0, 3, 6);
            assertThat(played("--shard", "2/3")).containsExactly(1, 4);
            assertThat(played("--shard", "3/3")).containsExactly(2, 5);
        }

        @Test
        void the_rows_of_a_scenario_stay_together() {
            shell.file("c/a.scenario.yaml", """
                    scenario: A store of <text> is seen
                    cases:
                      - { text: A }
                      - { text: B }
                    processes: { alice: { p: { sharing: private } } }
                    steps: [{ write: { alice.p: <text> } }]
                    expect: { alice.p: <text> }
                    """).file("c/b.scenario.yaml", Shell.PASSING);

            assertThat(shell.run("run", "c", "--shard", "1/2").out()).isEqualTo("✓ 1 scenario passed (2 runs)\n");
            assertThat(shell.run("run", "c", "--shard", "2/2").out()).isEqualTo("✓ 1 scenario passed\n");
        }

        @ParameterizedTest
        @CsvSource({
            "auto, TEST_SHARD_INDEX, 1, TEST_TOTAL_SHARDS",
            "auto, CI_NODE_INDEX, 2, CI_NODE_TOTAL",
            "auto, CIRCLE_NODE_INDEX, 1, CIRCLE_NODE_TOTAL",
            "auto/3, JOB_COMPLETION_INDEX, 1, COMPLETIONS",
        })
        void a_service_says_which_this_is(String shard, String variable, String index, String total) {
            shell.with(variable, index).with(total, "3");
            Outcome outcome = shell.run("run", "d", "--shard", shard);
            assertThat(outcome.err()).isEqualTo("note: part 2 of 3, according to " + variable + ": 2 of 7 scenarios\n");
            assertThat(outcome.out()).isEqualTo("✓ 2 scenarios passed\n");
        }

        @Test
        void variables_alone_leave_nothing_out() {
            shell.with("CI_NODE_INDEX", "1").with("CI_NODE_TOTAL", "3");
            assertThat(played()).hasSize(SCENARIOS);
        }

        @Test
        void bazel_is_told_that_they_are_known() {
            shell.with("TEST_SHARD_INDEX", "0").with("TEST_TOTAL_SHARDS", "1").with("TEST_SHARD_STATUS_FILE", "status");
            shell.run("run", "d", "--shard", "auto");
            assertThat(shell.path("status")).exists();
        }

        @Test
        void a_part_with_nothing_in_it_is_no_failure_and_is_told() {
            Outcome outcome = shell.run("run", "d", "--shard", "9/9");
            assertThat(outcome.code()).isZero();
            assertThat(outcome.err()).isEqualTo("note: part 9 of 9: 0 of 7 scenarios\n");
        }

        @Test
        void a_part_of_nothing_is_a_failure() {
            assertThat(shell.run("run", "d", "--tag", "elsewhere", "--shard", "1/2")
                            .code())
                    .isEqualTo(3);
        }

        @ParameterizedTest
        @CsvSource({
            "2, this is not a part of a number of parts",
            "0/3, `0` is not a number from 1 to 3",
            "4/3, `4` is not a number from 1 to 3",
            "1/0, `0` is not a number from 1 to 65536",
            "a/b, `b` is not a number from 1 to 65536",
            "auto, no variable gives the part: neither TEST_SHARD_INDEX nor",
        })
        void what_is_none_is_told(String shard, String message) {
            Outcome outcome = shell.run("run", "d", "--shard", shard);
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).startsWith("error: " + message).contains("  | --shard " + shard);
        }

        @Test
        void a_variable_that_makes_no_sense_is_told() {
            shell.with("CI_NODE_INDEX", "4").with("CI_NODE_TOTAL", "3");
            assertThat(shell.run("run", "d", "--shard", "auto").err())
                    .startsWith("error: `4` is not a number from 1 to 3\n  | CI_NODE_INDEX 4\n");
            shell.with("JOB_COMPLETION_INDEX", "0").with("CI_NODE_INDEX", "");
            assertThat(shell.run("run", "d", "--shard", "auto").err()).contains("write `--shard auto/5`");
        }
    }

    @Nested
    class Orders {
        @Test
        void the_same_number_gives_the_same_order() {
            assertThat(played("--shuffle", "1"))
                    .isEqualTo(played("--shuffle", "1"))
                    .isNotEqualTo(played("--shuffle", "2"))
                    .isNotEqualTo(played())
                    .containsExactlyInAnyOrderElementsOf(played());
        }

        @Test
        void what_is_no_number_is_told() {
            assertThat(shell.run("run", "d", "--shuffle", "x").err()).startsWith("error: this is not a whole number");
        }
    }

    @Nested
    class WhatFailedLastTime {
        @BeforeEach
        void fail() {
            shell.with("XDG_CACHE_HOME", folder.resolve("cache").toString());
            shell.file("d/2.scenario.yaml", numbered(2, Shell.FAILING))
                    .file("d/5.scenario.yaml", numbered(5, Shell.FAILING));
        }

        @Test
        void is_played_until_it_passes() {
            shell.run("run", "d");
            assertThat(played("--last-failed")).containsExactly(2, 5);

            shell.file("d/2.scenario.yaml", "# mended\n\n" + numbered(2, Shell.PASSING));
            assertThat(played("--last-failed")).containsExactly(2, 5);
            assertThat(played("--last-failed")).containsExactly(5);
        }

        @Test
        void is_all_if_nothing_did_and_that_is_told() {
            Outcome outcome = shell.run("run", "d", "--last-failed");
            assertThat(outcome.out()).contains("✗ 2 scenarios failed, 5 scenarios passed");
            assertThat(outcome.err()).isEqualTo("note: none of these scenarios failed last time: all are played\n");
        }

        @Test
        void leaves_nothing_behind_once_all_is_well() {
            shell.run("run", "d");
            assertThat(folder.resolve("cache/mmaplab")).isNotEmptyDirectory();
            shell.file("d/2.scenario.yaml", numbered(2, Shell.PASSING))
                    .file("d/5.scenario.yaml", numbered(5, Shell.PASSING));
            shell.run("run", "d");
            assertThat(folder.resolve("cache/mmaplab")).isEmptyDirectory();
        }

        @Test
        void is_not_forgotten_when_something_else_is_played() {
            shell.run("run", "d");
            shell.run("run", "d/1.scenario.yaml");
            shell.run("run", "d", "--fail-fast", "--jobs", "1");
            assertThat(played("--last-failed")).containsExactly(2, 5);
        }

        @Test
        void is_of_this_folder_only() throws Exception {
            shell.run("run", "d");
            Shell other = new Shell(Files.createDirectories(folder.resolve("other")))
                    .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
                    .file("d/2.scenario.yaml", Shell.PASSING);
            assertThat(other.run("run", "d", "--last-failed").err()).contains("none of these scenarios failed");
        }

        @Test
        void needs_a_place_where_it_is_noted() {
            Shell homeless = new Shell(folder.resolve("work"));
            Outcome outcome = homeless.run("run", "d", "--last-failed");
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).contains("set HOME, or set XDG_CACHE_HOME");
        }
    }

    @Nested
    class Repetitions {
        @Test
        void a_failure_among_them_is_told() {
            AtomicInteger boots = new AtomicInteger();
            shell.file("one.scenario.yaml", """
                            scenario: A child's store is its own
                            processes: { parent: { p: { sharing: private } } }
                            steps:
                              - fork: { parent: child }
                              - write: { child.p: X }
                            expect: { parent.p: { zeros: 1 } }
                            """).on(() -> new FlakyKernel(boots, 3, Rule.FORK_SEPARATES_PRIVATE));
            Outcome outcome = shell.run("run", "one.scenario.yaml", "--on", "linux", "--repeat", "5");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.out()).contains("✗ 1 scenario failed");
            assertThat(outcome.err()).isEqualTo("note: one.scenario.yaml:1 passed 2 times, then failed\n");
            assertThat(boots).hasValue(3);
        }

        @Test
        void all_are_played_if_none_fails() {
            AtomicInteger boots = new AtomicInteger();
            shell.on(() -> new FlakyKernel(boots, 100, Rule.FORK_SEPARATES_PRIVATE));
            assertThat(shell.run("run", "d", "--on", "linux", "--repeat", "4").out())
                    .isEqualTo("✓ 7 scenarios passed\n");
            assertThat(boots).hasValue(7 * 4);
        }

        @Test
        void their_number_is_checked() {
            assertThat(shell.run("run", "d", "--repeat", "0").err())
                    .startsWith("error: `--repeat` must be a number from 1 to 1000000, not `0`");
        }
    }
}
