package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mmaplab run --parallel}. */
class RunParallelTest {
    private static final String RACE = """
            scenario: A page is copied at the first store
            files: { data.txt: old }
            processes: { alice: { p: { file: data.txt, sharing: private } } }
            steps:
              - concurrently:
                  alice: [ write: { alice.p: A }, read: alice.p + 1 ]
                  writer: [ write: { data.txt + 1: W } ]
            expect:
              sometimes: [ { alice.p: AWd }, { alice.p: Ald } ]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder).file("a.scenario.yaml", RACE).on(() -> new RacingKernel(Rules.LINUX));
    }

    @Test
    void what_is_seen_is_shown_beside_what_is_predicted() {
        assertThat(shell.run("run", ".", "--on", "linux", "--parallel", "100")).isEqualTo(new Outcome(0, """
                ✓ passed A page is copied at the first store
                in 100 runs, 2 of 2 predicted outcomes seen, and nothing else
                  runs  orders  alice.p  alice 2
                    70       2  "Ald"    "l"      --order alice
                    30       1  "AWd"    "W"      --order writer

                ✓ 1 scenario passed
                """, ""));
        assertThat(shell.run("run", ".", "--on", "linux", "--parallel", "100", "--quiet"))
                .isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void what_is_not_seen_is_no_failure() {
        Outcome outcome = shell.run("run", ".", "--on", "linux", "--parallel", "1");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("in 1 run, 1 of 2 predicted outcomes seen", "not seen; --order ");
    }

    @Test
    void what_no_order_explains_fails() {
        shell.on(() -> new RacingKernel(Rules.LINUX.without(Rule.PRIVATE_STORES_COPY)));
        Outcome outcome =
                shell.run("run", ".", "--on", "linux", "--parallel", "10", "--report", "json=r.json", "-j", "2");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith("""
                ✗ FAILED A page is copied at the first store
                error: seen and not predicted: in 4 runs of 10, this machine shows what no order explains: the model is wrong
                  runs  orders  alice.p  alice 2
                """)
                .contains("none  \"AWd\"    \"l\"      NOT PREDICTED\n")
                .endsWith("✗ 1 scenario failed\n");
        assertThat(shell.text("r.json"))
                .contains("\"verdict\":\"failed\"", "\"parallel\":{\"runs\":10", "\"orders\":0");
    }

    @Test
    void a_scenario_that_is_not_concurrent_is_played_once() {
        shell.file("b.scenario.yaml", Shell.PASSING);
        Outcome outcome = shell.run("run", ".", "--on", "linux", "--parallel", "5");
        assertThat(outcome.err()).isEqualTo("note: 1 scenario is not concurrent, and played once\n");
        assertThat(outcome.out()).endsWith("✓ 2 scenarios passed\n");
        assertThat(shell.run("run", "b.scenario.yaml", "--on", "linux", "--parallel", "5"))
                .isEqualTo(new Outcome(64, "", """
                        error: `--parallel` has nothing to run: the only scenario is not concurrent
                          = help: write branches with `concurrently`, or leave out `--parallel`
                        """));
    }

    @Test
    void a_scenario_that_cannot_run_in_parallel_is_reported() {
        shell.file("a.scenario.yaml", """
                scenario: A process that may have ended
                processes: { alice: { p: { sharing: private } } }
                steps:
                  - concurrently: { one: [ read: alice.p ], two: [ kill: alice ] }
                expect: { alice: { killed-by: SIGKILL } }
                """);
        Outcome outcome = shell.run("run", ".", "--on", "linux", "--parallel", "5");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).startsWith("""
                ! NOT CHECKED A process that may have ended
                not checked: not run in parallel: in 1 order, it can't be played to its end; `mmaplab run` says why
                """);
    }

    @Test
    void it_needs_a_real_kernel_and_a_number() {
        assertThat(shell.run("run", ".", "--parallel", "5")).isEqualTo(new Outcome(64, "", """
                error: `--parallel` needs `--on linux`: branches run at once on a real kernel only
                  = help: on the simulated kernel, all orders are searched without it
                """));
        assertThat(shell.run("run", ".", "--on", "linux", "--parallel", "0").err())
                .contains("`--parallel` must be a number from 1 to 10000000, not `0`");
        assertThat(shell.run("run", ".", "--on", "linux", "--parallel", "5", "--repeat", "2")
                        .err())
                .contains("`--parallel` and `--repeat` can't be combined");
    }
}
