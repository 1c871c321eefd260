package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mmaplab run --on}. */
class RunOnTest {
    private static final String READ_ONLY = """
            scenario: A store to read-only memory
            processes: { alice: { p: { sharing: private, prot: r } } }
            steps:
              - { write: { alice.p: HELLO }, raises: SIGSEGV }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder).file("a.scenario.yaml", READ_ONLY);
    }

    @Test
    void the_kernel_of_the_machine_is_asked_when_it_is_meant() {
        shell.without(Rule.PROTECTION_IS_ENFORCED);
        assertThat(shell.run("run", "."))
                .isEqualTo(shell.run("run", ".", "--on", "simulated"))
                .isEqualTo(new Outcome(0, "✓ 1 scenario passed\n", ""));
        Outcome outcome = shell.run("run", ".", "--on", "linux");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("expected SIGSEGV, but it succeeds").endsWith("✗ 1 scenario failed\n");
    }

    private static final String ZERO_PAGE = """
            scenario: Untouched memory is read from one page
            processes: { alice: { p: { sharing: private, length: 2 pages } } }
            steps: [ read: alice.p ]
            expect:
              alice.p: { zeros: 1, same-page-as: alice.p + 1 page }
            """;

    @Test
    void what_depends_on_a_trait_that_the_machine_lacks_is_not_checked() {
        shell.file("a.scenario.yaml", ZERO_PAGE).lacking(Rules.LINUX, Trait.ZERO_PAGE);
        assertThat(shell.run("run", ".", "--on", "linux")).isEqualTo(new Outcome(0, """
                ! PASSED IN PART Untouched memory is read from one page
                not checked: this machine has no shared zero page
                 --> a.scenario.yaml:5:38
                  |
                5 |   alice.p: { zeros: 1, same-page-as: alice.p + 1 page }
                  |                                      ^^^^^^^^^^^^^^^^

                ! not checked: this machine has no shared zero page (1)
                ✓ 1 scenario passed, 1 expectation NOT CHECKED
                """, ""));
    }

    @Test
    void nothing_but_what_depends_on_the_trait_is_excused() {
        shell.file("a.scenario.yaml", ZERO_PAGE.replace("zeros: 1", "hex: 01")).lacking(Rules.LINUX, Trait.ZERO_PAGE);
        Outcome outcome = shell.run("run", ".", "--on", "linux");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("✗ FAILED", "not checked: this machine has no shared zero page");
        shell.file("a.scenario.yaml", READ_ONLY)
                .lacking(Rules.LINUX.without(Rule.PROTECTION_IS_ENFORCED), Trait.ZERO_PAGE);
        assertThat(shell.run("run", ".", "--on", "linux").code()).isEqualTo(1);
    }

    @Test
    void another_kernel_is_refused() {
        assertThat(shell.run("run", ".", "--on", "windows")).isEqualTo(new Outcome(64, "", """
                        error: `--on` must be simulated or linux, not `windows`
                          = help: leave it out for the default, simulated
                        """));
    }

    @Test
    void a_machine_that_cannot_is_said_in_one_line() {
        shell.on(() -> {
            throw new UsageException("there is no C compiler here");
        });
        assertThat(shell.run("run", ".", "--on", "linux"))
                .isEqualTo(new Outcome(64, "", "error: there is no C compiler here\n"));
        assertThat(shell.run("run", ".").code()).isZero();
    }

    @Test
    void pages_of_another_size_are_not_checked_and_not_passed() {
        shell.file("b.scenario.yaml", READ_ONLY.replace("processes:", "page-size: 16384\nprocesses:"));
        assertThat(shell.run("run", ".", "--on", "linux")).isEqualTo(new Outcome(0, """
                        ! NOT CHECKED A store to read-only memory
                        not checked: the scenario needs pages of 16384 bytes; the pages of this machine have 4096
                         --> b.scenario.yaml:1:11
                          |
                        1 | scenario: A store to read-only memory
                          |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^

                        ! not checked: the scenario needs pages of 16384 bytes; the pages of this machine have 4096 (1)
                        ✓ 1 scenario passed, 1 scenario NOT CHECKED
                        """, ""));
        Outcome alone = shell.run("run", "b.scenario.yaml", "--on", "linux", "--report", "junit=r.xml");
        assertThat(alone.code()).isEqualTo(3);
        assertThat(alone.out()).endsWith("! 1 scenario NOT CHECKED\n");
        assertThat(shell.text("r.xml")).contains("skipped=\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void each_thread_has_one_and_all_are_closed(String jobs) {
        AtomicInteger started = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        shell.on(() -> {
            started.incrementAndGet();
            return new Counted(closed);
        });
        for (int i = 0; i < 20; i++) {
            shell.file(i + ".scenario.yaml", READ_ONLY);
        }
        assertThat(shell.run("run", ".", "--on", "linux", "-j", jobs).out()).isEqualTo("✓ 21 scenarios passed\n");
        assertThat(started).hasValueBetween(1, Integer.parseInt(jobs));
        assertThat(closed).hasValue(started.get());
    }

    @Test
    void a_kernel_that_is_lost_is_no_verdict_on_the_scenario() {
        shell.on(Lost::new);
        Outcome outcome = shell.run("run", ".", "--on", "linux");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .startsWith(
                        "✗ NOT PLAYED A store to read-only memory\nerror: the kernel is not available: the agent is gone\n")
                .endsWith("✗ 1 scenario could not be played\n");
    }

    /** One that counts how often it is closed. */
    private record Counted(AtomicInteger closed) implements RealKernel {
        @Override
        public PageSize pageSize() {
            return PageSize.FOUR_K;
        }

        @Override
        public Kernel boot() {
            return SimulatedKernel.linux(PageSize.FOUR_K);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    /** One that never comes up. */
    private static final class Lost implements RealKernel {
        @Override
        public PageSize pageSize() {
            return PageSize.FOUR_K;
        }

        @Override
        public Kernel boot() {
            throw new KernelLostException("the agent is gone");
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
